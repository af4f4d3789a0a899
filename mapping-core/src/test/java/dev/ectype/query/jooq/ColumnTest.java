package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.ADDRESS;
import static dev.ectype.query.jooq.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.schema.Column;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTest {

    static Stream<Arguments> valuesOfEveryClass() {
        return Stream.of(
                Arguments.of(PEOPLE.id, new UUID(1, 2)),
                Arguments.of(PEOPLE.name, "x"),
                Arguments.of(PEOPLE.steps, BigInteger.TEN),
                Arguments.of(PEOPLE.balance, new BigDecimal("1.50")),
                Arguments.of(PEOPLE.score, -0.0),
                Arguments.of(PEOPLE.born, LocalDate.EPOCH),
                Arguments.of(PEOPLE.seen, Instant.EPOCH.plusNanos(1)),
                Arguments.of(PEOPLE.phone, Phone.of("+302101234567")),
                Arguments.of(PEOPLE.level, People.Level.HIGH),
                Arguments.of(PEOPLE.photo, new byte[] {1}),
                Arguments.of(PEOPLE.skills, List.of("a")),
                Arguments.of(PEOPLE.numbers, Set.of(1)),
                Arguments.of(PEOPLE.marks, Map.of("a", 1)),
                Arguments.of(PEOPLE.anything, new Object()),
                Arguments.of(PEOPLE.secret, "x"),
                Arguments.of(PEOPLE.home, new People.Address("a", 1, List.of())),
                Arguments.of(PEOPLE.age, "not a number"),
                Arguments.of(PEOPLE.age, 1.9));
    }

    @ParameterizedTest
    @MethodSource("valuesOfEveryClass")
    @SuppressWarnings({"rawtypes", "unchecked"})
    void jooqLeavesTheValueAsItIs(Column column, Object value) {
        assertThat(valueOf(((QOM.Eq<?>) column.eq(value)).$arg2())).isSameAs(value);
        assertThat(valueOf(((QOM.Ge<?>) column.ge(value)).$arg2())).isSameAs(value);
        assertThat(valueOf((Field<?>)
                        ((QOM.InList<?>) column.in(List.of(value))).$list().get(0)))
                .isSameAs(value);
        assertThat(valueOf(((QOM.Between<?>) column.between(value, value)).$arg3()))
                .isSameAs(value);
        assertThat(column.eq(value).toString()).contains("\"" + column.name() + "\"");
    }

    @Test
    void isComparedByIdentityWithoutRendering() {
        assertThat(PEOPLE.age).isNotEqualTo(PEOPLE.visits);
        assertThat(PEOPLE.age.hashCode()).isEqualTo(System.identityHashCode(PEOPLE.age));
        assertThat(PEOPLE.age).hasToString("Person.age");
        assertThat(PEOPLE.home.get(ADDRESS.city)).hasToString("Person.home.city");
    }

    @Test
    void aConditionCanBePrintedAndShowsNoSecret() {
        assertThat(PEOPLE.home.get(ADDRESS.city).eq("Athens")).hasToString("\"home\".\"city\" = 'Athens'");
        assertThat(PEOPLE.secret
                        .eq("hidden")
                        .or(PEOPLE.secret.in("hidden", "too"))
                        .toString())
                .contains("\"secret\" = ?")
                .doesNotContain("hidden");
    }

    @Test
    void aPlaceInsideAnElementIsAPlaceOfThatElement() {
        Column<?, ?> line = PEOPLE.addresses.element(ADDRESS.lines).at(0, Types.string());
        assertThat(line.elementOf()).contains(PEOPLE.addresses);
        assertThat(line.path()).hasToString("lines.0");
        assertThat(PEOPLE.home.get(ADDRESS.lines).at(0, Types.string()).elementOf())
                .isEmpty();
    }

    @Test
    void aPlaceThatCannotBeIsRefused() {
        assertMisuse(() -> PEOPLE.skills.at(-1, Types.string()));
        assertMisuse(() -> PEOPLE.numbers.at(0, Types.integer()));
        assertMisuse(() -> PEOPLE.skills.key("a", Types.string()));
        assertMisuse(() -> PEOPLE.name.element(Types.string()));
    }

    @Test
    void printingTheFirstConditionPrintsNothingElse() throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String withoutLogging = Stream.of(classes.split(File.pathSeparator))
                .filter(path -> !path.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(java, "-cp", withoutLogging, Printing.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).containsExactly("\"age\" = 1");
    }

    private static void assertMisuse(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MappingException.class).hasMessageContaining("Person.");
    }

    private static Object valueOf(Field<?> field) {
        return ((Param<?>) field).$value();
    }

    /** A program that prints a condition, where log messages go to the console. */
    public static final class Printing {
        private Printing() {}

        /** Runs it. */
        public static void main(String[] arguments) {
            System.out.println(PEOPLE.age.eq(1));
        }
    }
}
