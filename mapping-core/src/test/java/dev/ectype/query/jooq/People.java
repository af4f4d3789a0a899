package dev.ectype.query.jooq;

import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.FieldOptions.virtual;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.Shape;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A schema with a column of every kind. */
public final class People extends Schema<People.Person> {
    static final Addresses ADDRESS = new Addresses();
    static final People PEOPLE = new People();

    final Column<Person, UUID> id = field("id", Types.uuid(), FieldOptions.primaryKey());
    final Column<Person, String> name = field("name", Types.string(), FieldOptions.source("cn"));
    final Column<Person, Integer> age = field("age", Types.integer());
    final Column<Person, Long> visits = field("visits", Types.longInteger());
    final Column<Person, BigInteger> steps = field("steps", Types.bigInteger());
    final Column<Person, BigDecimal> balance = field("balance", Types.decimal());
    final Column<Person, Double> score = field("score", Types.float64());
    final Column<Person, Boolean> active = field("active", Types.bool());
    final Column<Person, LocalDate> born = field("born", Types.date());
    final Column<Person, Instant> seen = field("seen", Types.instantMicros());
    final Column<Person, Phone> phone = field("phone", Types.phone("GR"));
    final Column<Person, Level> level = field("level", Types.enumOf(Level.class));
    final Column<Person, byte[]> photo = field("photo", Types.binary());
    final Column<Person, List<String>> skills = field("skills", Types.listOf(Types.string()));
    final Column<Person, Set<Integer>> numbers = field("numbers", Types.setOf(Types.integer()));
    final Column<Person, Map<String, Integer>> marks = field("marks", Types.mapOf(Types.integer()));
    final Column<Person, Object> anything = field("anything", Types.any());
    final Column<Person, String> secret = field("secret", Types.string(), redacted());
    final Column<Person, String> note = field("note", Types.string(), virtual());
    final EmbedsOne<Person, Address> home = embedsOne("home", ADDRESS);
    final EmbedsMany<Person, Address> addresses = embedsMany("addresses", ADDRESS);

    private People() {
        super(Person.class, "people");
    }

    /** Returns a row with values for some columns. */
    static Row row(Object... columnsAndValues) {
        Row row = Row.over(PEOPLE.layout(), new Object[PEOPLE.layout().size()]);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row = row.with(((Column<?, ?>) columnsAndValues[i]).path().slot(), columnsAndValues[i + 1]);
        }
        return row;
    }

    /** An enum. */
    public enum Level {
        LOW,
        HIGH
    }

    /** The record of the schema. */
    @SuppressWarnings("ArrayRecordComponent") // one column of every kind
    public record Person(
            UUID id,
            String name,
            Integer age,
            Long visits,
            BigInteger steps,
            BigDecimal balance,
            Double score,
            Boolean active,
            LocalDate born,
            Instant seen,
            Phone phone,
            Level level,
            byte[] photo,
            List<String> skills,
            Set<Integer> numbers,
            Map<String, Integer> marks,
            Object anything,
            String secret,
            String note,
            Address home,
            List<Address> addresses) {}

    /** An embedded record. */
    public record Address(String city, Integer number, List<String> lines) {}

    /** Its shape. */
    public static final class Addresses extends Shape<Address> {
        final Field<Address, String> city = field("city", Types.string(), FieldOptions.source("l"));
        final Field<Address, Integer> number = field("number", Types.integer());
        final Field<Address, List<String>> lines = field("lines", Types.listOf(Types.string()));

        private Addresses() {
            super(Address.class);
        }
    }
}
