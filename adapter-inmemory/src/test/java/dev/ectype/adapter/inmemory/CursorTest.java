package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.RowCursor.End;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @BeforeEach
    void fill() {
        for (int i = 0; i < 5; i++) {
            People.insert(adapter, People.PEOPLE, People.person(i, "Ann", i, null));
        }
    }

    private RowCursor open(Window window, OptionalLong budget) {
        var query = People.ordered(People.query(People.PEOPLE), window, Order.ascending(People.AGE));
        return adapter.scan(adapter.plan(query).plan(), new ScanSpec(List.of(0), budget, CallOptions.NONE));
    }

    private static End drained(RowCursor cursor, int expected) {
        for (int i = 0; i < expected; i++) {
            assertThat(cursor.next()).isNotNull();
        }
        assertThat(cursor.next()).isNull();
        assertThat(cursor.next()).isNull();
        return cursor.end();
    }

    @Test
    void saysWhyItEnds() {
        assertThat(drained(open(Window.ALL, OptionalLong.empty()), 5)).isEqualTo(End.EXHAUSTED);
        assertThat(drained(open(Window.first(3), OptionalLong.empty()), 3)).isEqualTo(End.WINDOW);
        assertThat(drained(open(Window.first(0), OptionalLong.empty()), 0)).isEqualTo(End.WINDOW);
        assertThat(drained(open(Window.first(9), OptionalLong.empty()), 5)).isEqualTo(End.EXHAUSTED);
        assertThat(drained(open(Window.ALL, OptionalLong.of(4)), 4)).isEqualTo(End.BUDGET);
        assertThat(drained(open(Window.ALL, OptionalLong.of(5)), 5)).isEqualTo(End.EXHAUSTED);
        assertThat(drained(open(Window.first(4), OptionalLong.of(4)), 4)).isEqualTo(End.WINDOW);
        assertThat(drained(open(Window.ALL.withOffset(4), OptionalLong.empty()), 1))
                .isEqualTo(End.EXHAUSTED);
    }

    private static End drainedAtOnce(RowCursor cursor, int expected) {
        List<Row> rows = new ArrayList<>();
        cursor.forEachLeft(rows::add);
        assertThat(rows).hasSize(expected);
        assertThat(cursor.next()).isNull();
        return cursor.end();
    }

    @Test
    void saysWhyItEndsWhenItHandsOverAll() {
        assertThat(drainedAtOnce(open(Window.ALL, OptionalLong.empty()), 5)).isEqualTo(End.EXHAUSTED);
        assertThat(drainedAtOnce(open(Window.first(3), OptionalLong.empty()), 3))
                .isEqualTo(End.WINDOW);
        assertThat(drainedAtOnce(open(Window.ALL, OptionalLong.of(4)), 4)).isEqualTo(End.BUDGET);
        RowCursor begun = open(Window.ALL, OptionalLong.empty());
        begun.next();
        assertThat(drainedAtOnce(begun, 4)).isEqualTo(End.EXHAUSTED);
        RowCursor closed = open(Window.ALL, OptionalLong.empty());
        closed.close();
        assertThat(drainedAtOnce(closed, 0)).isEqualTo(End.EXHAUSTED);
    }

    @Test
    void doesNotSayWhyItEndsBeforeItHas() {
        RowCursor cursor = open(Window.ALL, OptionalLong.empty());
        assertThatThrownBy(cursor::end).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seesTheRowsThatWereThereWhenItWasOpened() {
        RowCursor cursor = open(Window.ALL, OptionalLong.empty());
        cursor.next();
        People.delete(adapter, 1);
        People.insert(adapter, People.PEOPLE, People.person(9, "Bob", 9, null));
        assertThat(drained(cursor, 4)).isEqualTo(End.EXHAUSTED);
    }

    @Test
    void stopsWhenTheTimeIsOver() {
        var plan = adapter.plan(People.query(People.PEOPLE)).plan();
        var noTime = new CallOptions(Optional.of(Duration.ZERO), List.of());
        RowCursor cursor = adapter.scan(plan, new ScanSpec(List.of(0), OptionalLong.empty(), noTime));
        assertThatThrownBy(cursor::next)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("did not end in time")
                .hasMessageContaining("not done");
    }
}
