package dev.ectype.query.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void textIsOrderedByCodePointAndNotByUnit() {
        assertThat("\uD83D\uDE00".compareTo("\uFFFD")).as("what Java would say").isNegative();
        assertThat(Values.compare("\uD83D\uDE00", "\uFFFD")).isPositive();
        assertThat(Values.compare("\uD83D\uDE00", "\uD83D\uDE01")).isNegative();
        assertThat(Values.compare("Z", "a")).isNegative();
        assertThat(Values.compare("a", "ab")).isNegative();
        assertThat(Values.equal("\u00e9", "e\u0301")).as("two spellings of é").isFalse();
    }

    @Test
    void numbersOfAllClassesAreComparedByExactValue() {
        assertSame(1, 1L, BigInteger.ONE, 1.0, new BigDecimal("1.00"));
        assertSame(0, 0.0, -0.0, BigDecimal.ZERO.setScale(3));
        assertSame(new BigDecimal("1E+400"), BigInteger.TEN.pow(400));
        assertLess(1L << 53, (1L << 53) + 1);
        assertLess(0x1p53, (1L << 53) + 1);
        assertLess(new BigDecimal("0.1"), 0.1);
        assertLess(Long.MAX_VALUE, 0x1p63);
        assertSame(Long.MIN_VALUE, -0x1p63);
        assertLess(2, 2.5);
        assertLess(-2.5, -2);
        assertLess(BigInteger.TWO.pow(70), new BigDecimal("1E+30"));
    }

    @Test
    void hugeExponentsAreComparedWithoutWritingThemOut() {
        BigDecimal huge = new BigDecimal("1E+2000000000");
        assertLess(Long.MAX_VALUE, huge);
        assertLess(0.5, huge);
        assertSame(huge, new BigDecimal("10E+1999999999"));
        assertLess(new BigDecimal("1E-2000000000"), Double.MIN_VALUE);
    }

    @Test
    void uuidsAreOrderedAsTheirText() {
        Seeded.forAll(random -> {
            UUID left = new UUID(random.nextLong(), random.nextLong());
            UUID right = new UUID(
                    random.nextBoolean() ? left.getMostSignificantBits() : random.nextLong(), random.nextLong());
            int byText = left.toString().compareTo(right.toString());
            assertThat(Integer.signum(Values.compare(left, right))).isEqualTo(Integer.signum(byText));
        });
    }

    @Test
    void bytesAreUnsigned() {
        assertLess(new byte[] {127}, new byte[] {(byte) 128});
        assertSame(new byte[] {1, 2}, new byte[] {1, 2});
    }

    @Test
    void falseIsLessThanTrueAndTimeGoesOn() {
        assertLess(false, true);
        assertLess(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 1));
        assertLess(Instant.EPOCH, Instant.EPOCH.plusNanos(1000));
    }

    @Test
    void valuesOfDifferentKindsAreNeverEqualAndHaveNoOrderInQueries() {
        List<Object> oneOfEach = List.of(
                true,
                1,
                "1",
                new byte[] {1},
                new UUID(0, 1),
                LocalDate.EPOCH,
                List.of(1),
                Set.of(1),
                Map.of("s0", 1),
                Samples.row(1));
        for (int i = 0; i < oneOfEach.size(); i++) {
            for (int k = i + 1; k < oneOfEach.size(); k++) {
                assertThat(Values.equal(oneOfEach.get(i), oneOfEach.get(k))).isFalse();
                assertThat(Values.areOrdered(oneOfEach.get(i), oneOfEach.get(k)))
                        .isFalse();
                assertThat(Values.compare(oneOfEach.get(i), oneOfEach.get(k))).isNegative();
            }
        }
    }

    @Test
    void structuresAreComparedPartByPart() {
        assertSame(List.of(1, "a"), List.of(1.0, "a"));
        assertSame(Arrays.asList(1, null), Arrays.asList(1L, null));
        assertLess(Arrays.asList(1, null), List.of(1, 0));
        assertLess(List.of(1), List.of(1, 0));
        assertSame(Set.of(1, 2), Set.of(2L, 1.0));
        assertSame(Map.of("a", new BigDecimal("1.0")), Map.of("a", 1));
        assertSame(Samples.row(1, null, "x"), Samples.row(1L, null, "x"));
        assertThat(Values.areOrdered(List.of(1), List.of(2))).isFalse();
        assertThat(Values.areOrdered(Map.of(), Map.of())).isFalse();
    }

    @Test
    void aKeyOfAMapWithoutValueIsStillAKey() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        assertThat(Values.equal(withNull, Map.of())).isFalse();
    }

    @Test
    void rowsOfDifferentLayoutsAreEqualIfTheirStoredNamesAndTagsAre() {
        Layout other =
                new Layout(List.of(new Layout.Slot("x", "s1", Scalar.ANY), new Layout.Slot("y", "s0", Scalar.ANY)));
        Layout tagged = new Layout(other.slots(), "circle");
        Row row = Row.over(other, new Object[] {2, 1});
        assertSame(row, Samples.row(1, 2));
        assertThat(Values.equal(row, Samples.row(1, 2, 3))).isFalse();
        assertThat(Values.equal(row, Row.over(tagged, new Object[] {2, 1}))).isFalse();
    }

    @Test
    void aClassThatIsNotStoredIsRefused() {
        assertThatThrownBy(() -> Values.compare(Locale.ROOT, Locale.ROOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Locale");
    }

    @Test
    void compareIsATotalOrderThatAgreesWithEqualityAndCanonicalForms() {
        Seeded.forAll(random -> {
            Object a = Samples.any(random, 2);
            Object b = Samples.any(random, 2);
            Object c = Samples.any(random, 2);
            assertThat(Values.compare(a, a)).isZero();
            assertThat(Integer.signum(Values.compare(a, b))).isEqualTo(-Integer.signum(Values.compare(b, a)));
            if (Values.compare(a, b) <= 0 && Values.compare(b, c) <= 0) {
                assertThat(Values.compare(a, c)).isNotPositive();
            }
            assertThat(Values.equal(a, b)).isEqualTo(Values.compare(a, b) == 0);
            assertThat(Values.canonical(a).equals(Values.canonical(b))).isEqualTo(Values.equal(a, b));
        });
    }

    @Test
    void numbersAgreeWithDecimalArithmetic() {
        Seeded.forAll(random -> {
            Number a = (Number) Samples.number(random);
            Number b = (Number) Samples.number(random);
            int exact = new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
            assertThat(Integer.signum(Values.compare(a, b))).as(a + " and " + b).isEqualTo(exact);
        });
    }

    private static void assertSame(Object... values) {
        for (Object left : values) {
            for (Object right : values) {
                assertThat(Values.equal(left, right)).as(left + " = " + right).isTrue();
                assertThat(Values.compare(left, right))
                        .as(left + " <=> " + right)
                        .isZero();
                assertThat(Values.canonical(left))
                        .isEqualTo(Values.canonical(right))
                        .hasSameHashCodeAs(Values.canonical(right));
            }
        }
    }

    private static void assertLess(Object less, Object greater) {
        assertThat(Values.compare(less, greater)).as(less + " < " + greater).isNegative();
        assertThat(Values.compare(greater, less)).as(greater + " > " + less).isPositive();
        assertThat(Values.equal(less, greater)).isFalse();
        assertThat(Values.canonical(less)).isNotEqualTo(Values.canonical(greater));
    }
}
