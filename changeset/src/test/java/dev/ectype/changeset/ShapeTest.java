package dev.ectype.changeset;

import static dev.ectype.changeset.Orders.ORDER;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.rule.Rules;
import dev.ectype.types.LoadException;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapeTest {

    record Half(String name, Integer forgotten) {}

    static final class Halves extends Shape<Half> {
        final Field<Half, String> name = field("name", string());
        final Field<Half, Integer> extra = field("extra", integer());

        Halves() {
            super(Half.class);
        }
    }

    @Test
    void aRecordAndAShapeThatDoNotFitAreReportedOnFirstUse() {
        Halves shape = new Halves();
        assertThatThrownBy(shape::change)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("record component 'forgotten' has no field")
                .hasMessageContaining("field 'extra' has no record component");
    }

    static final class Wrong extends Shape<Half> {
        Wrong() {
            super(Half.class);
            field("name", integer());
            field("forgotten", integer());
        }
    }

    @Test
    void aComponentOfAnotherClassIsReported() {
        assertThatThrownBy(() -> new Wrong().change())
                .hasMessageContaining("'name' is a String but field type 'integer'");
    }

    @Test
    void aDefaultMustBeAValueOfTheType() {
        assertThatThrownBy(() -> Shape.ofMap()
                        .field("age", integer(), FieldOptions.defaultTo("1"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the default of field 'age' is a String");
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThatThrownBy(() -> Shape.ofMap()
                        .field("age", integer())
                        .field("age", string())
                        .build())
                .hasMessageContaining("'age' is declared twice");
    }

    @Test
    void aFieldIsARelationOnlyIfItHoldsRecords() {
        for (Field<Orders.Order, ?> field : ORDER.fields()) {
            assertThat(ORDER.relation(field)).isSameAs(field instanceof Relation<?, ?, ?> ? field : null);
        }
        assertThat(ORDER.relation(ORDER.items)).isNotNull();
    }

    @Test
    void aShapeInUseIsSealed() {
        class Late extends Shape<Address> {
            Late() {
                super(Address.class);
                field("city", string());
                field("zip", string());
            }

            void declare() {
                field("late", string());
            }
        }
        Late shape = new Late();
        shape.fields();
        assertThatThrownBy(shape::declare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is in use");
    }

    @Test
    void aRecordIsDumpedAndLoadedWithoutItsVirtualFields() {
        Orders.Order order = Orders.order(List.of(new Orders.Item(1, "pen", 2)));
        Row row = ORDER.dump(order);
        assertThat(row.layout().slots()).extracting(slot -> slot.name()).doesNotContain("hint");
        assertThat(ORDER.load(row)).isEqualTo(order);
    }

    @Test
    void aStoredValueThatDoesNotFitIsReportedWithItsPath() {
        Row row = ORDER.dump(Orders.order(List.of(new Orders.Item(1, "pen", 2))));
        int items = row.layout().indexOfSource("items");
        Row item = (Row) ((List<?>) row.get(items)).get(0);
        Row broken = row.with(items, List.of(item.with(1, 5)));
        assertThatThrownBy(() -> ORDER.load(broken))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("[items, 0, name]");
    }

    @Test
    void mapsNeedNoClass() {
        Map<String, dev.ectype.types.Type<?>> types = new LinkedHashMap<>();
        types.put("client_state", string());
        types.put("age", integer());
        Shape<Map<String, Object>> shape = Shape.of(types);
        Changeset<Map<String, Object>> changeset =
                shape.cast(Map.of("client_state", "x", "age", "7", "other", 1), shape.require("age"));
        assertThat(changeset.apply().orElseThrow()).isEqualTo(Map.of("age", 7));
    }

    static final class Bean {
        private final String name;
        private final int age;

        Bean(String name, int age) {
            this.name = name;
            this.age = age;
        }

        String getName() {
            return name;
        }

        int getAge() {
            return age;
        }
    }

    static final class Beans extends Shape<Bean> {
        static final Beans BEAN = new Beans();
        final Field<Bean, String> name = field("name", string());
        final Field<Bean, Integer> age = field("age", integer(), FieldOptions.defaultTo(0));

        private Beans() {
            super(Construction.by(Bean.class, values -> new Bean(values.get("name"), values.<Integer>get("age")))
                    .reading("name", Bean::getName)
                    .reading("age", Bean::getAge));
        }
    }

    @Test
    void aClassIsMadeByAFunctionAndReadByOthers() {
        Bean bean = Beans.BEAN
                .cast(new Bean("a", 1), Map.of("age", "9"), Beans.BEAN.age)
                .apply()
                .orElseThrow();
        assertThat(bean.getName()).isEqualTo("a");
        assertThat(bean.getAge()).isEqualTo(9);
    }

    enum Color {
        RED,
        GREEN
    }

    record Inferred(
            String name,
            int age,
            Color color,
            Set<Integer> marks,
            Map<String, LocalDate> days,
            Address address,
            List<Address> all) {}

    @Test
    void aShapeIsInferredFromARecord() {
        Shape<Inferred> shape = Shape.infer(Inferred.class);
        Changeset<Inferred> changeset = InferredCasts.all(
                shape,
                Map.of(
                        "name", "a",
                        "age", "3",
                        "color", "RED",
                        "marks", List.of("1", 2),
                        "days", Map.of("first", "2024-01-01"),
                        "address", Map.of("city", "Athens"),
                        "all", List.of(Map.of("zip", "1"))));
        assertThat(changeset.apply().orElseThrow())
                .isEqualTo(new Inferred(
                        "a",
                        3,
                        Color.RED,
                        Set.of(1, 2),
                        Map.of("first", LocalDate.of(2024, 1, 1)),
                        new Address("Athens", null),
                        List.of(new Address(null, "1"))));
    }

    record Unknown(Thread thread) {}

    @Test
    void aComponentThatNoTypeIsKnownForIsNamed() {
        assertThatThrownBy(() -> Shape.infer(Unknown.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'thread' of Unknown");
    }

    sealed interface Payment {}

    record Card(String number) implements Payment {}

    record Transfer(String iban) implements Payment {}

    static final class Cards extends Shape<Card> {
        static final Cards CARD = new Cards();
        final Field<Card, String> number = field("number", string());

        private Cards() {
            super(Card.class);
        }

        static Changeset<Card> changeset(Changeset<Card> card, Map<String, ?> params) {
            return card.cast(params, CARD.number)
                    .validateRequired(CARD.number)
                    .validateLength(CARD.number, Rules.is(4));
        }
    }

    static final OneOf<Payment> PAYMENT = OneOf.of(Payment.class, "type")
            .with("card", Card.class, Cards.CARD, Cards::changeset)
            .with("transfer", Transfer.class, Shape.infer(Transfer.class), (transfer, params) -> transfer);

    record Bill(Payment payment, List<Payment> others) {}

    static final class Bills extends Shape<Bill> {
        static final Bills BILL = new Bills();
        final EmbedsOne<Bill, Payment> payment = embedsOne("payment", PAYMENT);
        final EmbedsMany<Bill, Payment> others = embedsMany("others", PAYMENT);

        private Bills() {
            super(Bill.class);
        }

        static Changeset<Bill> changeset(Map<String, ?> params) {
            return BILL.cast(params).castEmbed(BILL.payment).castEmbed(BILL.others);
        }
    }

    @Test
    void aRecordOfSeveralKindsIsCastByItsTag() {
        Bill bill = Bills.changeset(Map.of(
                        "payment", Map.of("type", "card", "number", "1234"),
                        "others", List.of(Map.of("type", "transfer"), Map.of("type", "card", "number", "5678"))))
                .apply()
                .orElseThrow();
        assertThat(bill).isEqualTo(new Bill(new Card("1234"), List.of(new Transfer(null), new Card("5678"))));
        Row row = Bills.BILL.dump(bill);
        assertThat(((Row) row.get(0)).layout().tag()).contains("card");
        assertThat(row.layout().slot(0).storage()).isInstanceOf(Storage.OneOf.class);
        assertThat(Bills.BILL.load(row)).isEqualTo(bill);
    }

    @Test
    void whatIsWrongInARecordOfSeveralKindsStandsAtItsPath() {
        assertThat(Bills.changeset(Map.of(
                                "payment", Map.of("type", "cash"),
                                "others", List.of(Map.of("type", "card", "number", "1"), Map.of())))
                        .allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactlyInAnyOrder("payment.type is invalid", "others[1].type can't be blank");
        assertThat(Bills.changeset(Map.of("others", List.of(Map.of("type", "card", "number", "1"))))
                        .allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactly("others[0].number should be 4 character(s)");
    }

    @Test
    void everyPermittedKindMustHaveAShape() {
        OneOf<Payment> half = OneOf.of(Payment.class, "type").with("card", Card.class, Cards.CARD, Cards::changeset);
        assertThatThrownBy(() -> half.valueOf(new Card("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks Transfer");
        assertThatThrownBy(PAYMENT::change).hasMessageContaining("is several kinds of record");
    }
}
