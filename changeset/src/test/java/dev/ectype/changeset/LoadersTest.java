package dev.ectype.changeset;

import static dev.ectype.changeset.FieldOptions.virtual;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes records straight of what a store returns does the same as going by rows. */
class LoadersTest {

    /** A record whose fields are declared in another order, one of them not stored. */
    public record Ship(
            int crew, @Nullable String name, @Nullable String hint) {}

    static final class Ships extends Shape<Ship> {
        static final Ships SHIP = new Ships();
        final Field<Ship, String> name = field("name", string());
        final Field<Ship, String> hint = field("hint", string(), virtual());
        final Field<Ship, Integer> crew = field("crew", integer());

        private Ships() {
            super(Ship.class);
        }
    }

    /** No record. */
    record Bean(@Nullable Object name, @Nullable Object age) {}

    static final class Beans extends Shape<Bean> {
        static final Beans BEAN = new Beans();
        final Field<Bean, String> name = field("name", string());
        final Field<Bean, Integer> age = field("age", integer());

        private Beans() {
            super(Construction.by(Bean.class, values -> new Bean(values.get("name"), values.get("age")))
                    .reading("name", Bean::name)
                    .reading("age", Bean::age));
        }
    }

    private static <R> List<SlotReader<Row>> readers(Shape<R> shape) {
        return IntStream.range(0, shape.layout().size())
                .<SlotReader<Row>>mapToObj(slot -> row -> row.get(slot))
                .toList();
    }

    private static <R> @Nullable Object[] dumped(Shape<R> shape, R data) {
        List<SlotWriter<@Nullable Object[]>> writers = IntStream.range(
                        0, shape.layout().size())
                .<SlotWriter<@Nullable Object[]>>mapToObj(slot -> (to, value) -> to[slot] = value)
                .toList();
        BiConsumer<R, @Nullable Object[]> dumper = shape.dumper(writers);
        @Nullable Object[] values = new Object[shape.layout().size()];
        Arrays.fill(values, "not written");
        dumper.accept(data, values);
        return values;
    }

    private static <R> void assertSame(Shape<R> shape, R data) {
        Row row = shape.dump(data);
        assertThat(Row.over(shape.layout(), dumped(shape, data))).isEqualTo(row);
        assertThat(shape.loader(readers(shape)).apply(row)).isEqualTo(shape.load(row));
    }

    @Test
    void recordsAreMadeAndWrittenAsByRows() {
        assertSame(Orders.ORDER, Orders.order(List.of(new Orders.Item(1, "pen", 2))));
        assertSame(Addresses.ADDRESS, new Address("Athens", null));
        assertSame(Ships.SHIP, new Ship(3, "Argo", null));
        assertSame(Ships.SHIP, new Ship(0, null, null));
        assertSame(Beans.BEAN, new Bean("Ada", 36));
        assertSame(Shape.of(Map.of("name", string())), Map.of("name", "Ada"));
        assertSame(Shape.of(Map.of("name", string())), Map.of());
    }

    @Test
    void aMapMayHaveMoreFieldsThanAMethodParameters() {
        Map<String, Type<?>> types = new LinkedHashMap<>();
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            types.put("f" + i, integer());
            data.put("f" + i, i);
        }
        assertSame(Shape.of(types), data);
    }

    @Test
    void aStoredValueThatDoesNotFitIsReportedWithItsPath() {
        Row row = Addresses.ADDRESS.dump(new Address("Athens", "10431")).with(1, 10431);
        assertThatThrownBy(() ->
                        Addresses.ADDRESS.loader(readers(Addresses.ADDRESS)).apply(row))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("[zip]");
    }

    @Test
    void aPrimitiveComponentWithoutAValueIsNamed() {
        Row row = Ships.SHIP.dump(new Ship(3, "Argo", null)).with(1, null);
        assertThatThrownBy(() -> Ships.SHIP.loader(readers(Ships.SHIP)).apply(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'crew' of Ship has no value");
    }

    @Test
    void thereIsOneReaderAndOneWriterForEachSlot() {
        List<SlotReader<Row>> few = readers(Addresses.ADDRESS).subList(0, 1);
        assertThatThrownBy(() -> Addresses.ADDRESS.loader(few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each of the 2 slots");
        assertThatThrownBy(() -> Addresses.ADDRESS.dumper(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
