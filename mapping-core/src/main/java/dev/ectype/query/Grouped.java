package dev.ectype.query;

import dev.ectype.query.ir.Order;
import dev.ectype.query.jooq.GroupTranslator;
import dev.ectype.query.jooq.SelectedField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * The records of a query in groups, of which keys and aggregates (jOOQ's {@code count}, {@code sum}, {@code avg}, {@code
 * min}, {@code max}) can be selected. Immutable; every method returns a new one.
 *
 * <p>What cannot be asked, such as a column that is no key, fails in the line that asks it, with a
 * {@link dev.ectype.error.MappingException}.
 */
public final class Grouped {
    private final Query<?> query;
    private final GroupParts parts;

    Grouped(Query<?> query, GroupParts parts) {
        this.query = query;
        this.parts = parts;
    }

    /** Returns the groups that meet this condition on their keys and aggregates as well. */
    public Grouped having(Condition condition) {
        GroupTranslator further = parts.translator().copy();
        return new Grouped(query, parts.having(further, further.having(condition)));
    }

    /** Returns the groups ordered by these keys and aggregates as well, less significant than those before. */
    public Grouped orderBy(OrderField<?>... keys) {
        GroupTranslator further = parts.translator().copy();
        List<Order> all = Stream.concat(
                        parts.order().stream(), Arrays.stream(keys).map(further::order))
                .toList();
        return new Grouped(query, parts.order(further, all));
    }

    /** Returns at most this many groups; a later call replaces an earlier one. */
    public Grouped limit(long groups) {
        return new Grouped(query, parts.with(parts.window().withLimit(groups)));
    }

    /** Passes over the first groups; a later call replaces an earlier one. */
    public Grouped offset(long groups) {
        return new Grouped(query, parts.with(parts.window().withOffset(groups)));
    }

    /** Returns keys and aggregates of each group. */
    public Selection<Tuple> select(Field<?>... fields) {
        GroupTranslator further = parts.translator().copy();
        List<SelectedField> selected = new ArrayList<>();
        for (Field<?> field : fields) {
            selected.add(further.select(field));
        }
        return Selection.of(query, parts.with(further), selected);
    }

    /** Returns one key or aggregate of each group. */
    public <V> Selection<@Nullable V> select(Field<V> field) {
        return select(new Field<?>[] {field}).single(field);
    }
}
