package dev.ectype.changeset;

import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptRecordTest {
    /** Single values, an enum among them. */
    public record Plain(Integer id, String name, Size size) {}

    /** How big something is. */
    public enum Size {
        SMALL,
        LARGE
    }

    /** A value with parts. */
    public record Listed(Integer id, List<String> names) {}

    /** A record in a record. */
    public record Outer(Integer id, Plain inner) {}

    private static <R> Row row(Shape<R> shape, R data) {
        return shape.dump(data);
    }

    @Test
    void aRecordOfSingleValuesIsReadOnce() {
        Shape<Plain> shape = Shape.infer(Plain.class);
        Row row = row(shape, new Plain(1, "Ada", Size.LARGE));
        Plain first = shape.loadOnce(row);
        assertThat(first).isEqualTo(shape.load(row));
        assertThat(shape.loadOnce(row)).isSameAs(first);
    }

    @Test
    void nullsAreSingleValues() {
        Shape<Plain> shape = Shape.infer(Plain.class);
        Row row = row(shape, new Plain(1, null, null));
        assertThat(shape.loadOnce(row)).isSameAs(shape.loadOnce(row)).isEqualTo(new Plain(1, null, null));
    }

    @Test
    void aChangedCopyOfARowIsReadAnew() {
        Shape<Plain> shape = Shape.infer(Plain.class);
        Row row = row(shape, new Plain(1, "Ada", Size.LARGE));
        shape.loadOnce(row);
        assertThat(shape.loadOnce(row.with(1, "Bob"))).isEqualTo(new Plain(1, "Bob", Size.LARGE));
    }

    @Test
    void aRecordWithListsOrRecordsIsReadAnewEachTime() {
        Shape<Listed> listed = Shape.infer(Listed.class);
        Row row = row(listed, new Listed(1, List.of("a")));
        assertThat(listed.loadOnce(row)).isEqualTo(listed.loadOnce(row)).isNotSameAs(listed.loadOnce(row));
        Shape<Outer> outer = Shape.infer(Outer.class);
        Row nested = row(outer, new Outer(1, new Plain(2, "Ada", null)));
        assertThat(outer.loadOnce(nested)).isEqualTo(outer.loadOnce(nested)).isNotSameAs(outer.loadOnce(nested));
    }

    @Test
    void aMapIsReadAnewEachTime() {
        Shape<Map<String, Object>> shape = Shape.of(Map.of("name", string()));
        Row row = row(shape, Map.of("name", "Ada"));
        assertThat(shape.loadOnce(row)).isEqualTo(Map.of("name", "Ada")).isNotSameAs(shape.loadOnce(row));
    }

    @Test
    void anotherShapeDoesNotSeeWhatOneKept() {
        Shape<Plain> shape = Shape.infer(Plain.class);
        Row row = row(shape, new Plain(1, "Ada", Size.SMALL));
        shape.loadOnce(row);
        Shape<Map<String, Object>> other = Shape.ofMap()
                .field("id", integer())
                .field("name", string())
                .field("size", string())
                .build();
        assertThat(other.loadOnce(row)).containsEntry("name", "Ada");
    }
}
