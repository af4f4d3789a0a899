package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.FieldOptions.source;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.decimal;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.string;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The schema that is queried, and six people of whom something can be asked. */
final class People extends Schema<Person> {
    static final People PEOPLE = new People();

    final Column<Person, Integer> id = field("id", integer(), primaryKey());
    final Column<Person, String> name = field("name", string(), source("cn"));
    final Column<Person, Integer> age = field("age", integer());
    final Column<Person, LocalDate> born = field("born", date());
    final Column<Person, BigDecimal> salary = field("salary", decimal());
    final Column<Person, String> secret = field("secret", string(), redacted());
    final Column<Person, List<String>> skills = field("skills", listOf(string()));
    final EmbedsOne<Person, Person.Address> address = embedsOne("address", Addresses.ADDRESS);
    final EmbedsMany<Person, Person.Line> lines = embedsMany("lines", Lines.LINE);

    {
        index(age);
        index(name);
    }

    private People() {
        super(Person.class, "people");
    }

    static final class Addresses extends Shape<Person.Address> {
        static final Addresses ADDRESS = new Addresses();

        final Field<Person.Address, String> city = field("city", string(), source("town"));
        final Field<Person.Address, String> street = field("street", string());

        private Addresses() {
            super(Person.Address.class);
        }
    }

    static final class Lines extends Shape<Person.Line> {
        static final Lines LINE = new Lines();

        final Field<Person.Line, String> sku = field("sku", string());
        final Field<Person.Line, Integer> quantity = field("quantity", integer());

        private Lines() {
            super(Person.Line.class);
        }
    }

    static Person person(int id, String name, Integer age, String city, String salary, String... skills) {
        return new Person(
                id,
                name,
                age,
                LocalDate.of(2000, 1, id),
                salary == null ? null : new BigDecimal(salary),
                "secret of " + name,
                List.of(skills),
                city == null ? null : new Person.Address(city, null),
                List.of(new Person.Line("a" + id, id), new Person.Line("b", 10 * id)));
    }

    static void fill(Repo repo) {
        repo.insertOrThrow(PEOPLE.change(person(1, "Ann", 30, "Athens", "10.5", "go", "java")));
        repo.insertOrThrow(PEOPLE.change(person(2, "Bob", 25, "Zürich", "20", "java")));
        repo.insertOrThrow(PEOPLE.change(person(3, "Cleo", null, "Athens", null)));
        repo.insertOrThrow(PEOPLE.change(person(4, "Ann", 41, null, "0.5", "go")));
        repo.insertOrThrow(PEOPLE.change(person(5, null, 30, "Athens", "10.50", "perl", "go")));
        repo.insertOrThrow(PEOPLE.change(person(6, "Eve", 25, "Paris", "7", "java", "perl")));
    }

    /** Returns a repo over a store that does everything, with the six people. */
    static Repo filled() {
        return filled(Partial.whole(InMemoryAdapter.create()));
    }

    static Repo filled(Partial store) {
        Repo repo = Repo.over(store);
        fill(repo);
        store.calls().clear();
        return repo;
    }
}
