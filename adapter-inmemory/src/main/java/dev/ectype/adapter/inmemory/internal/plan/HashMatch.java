package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.plan.ColumnTest.Form;
import dev.ectype.query.ir.FieldPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the tests of a query give values to all fields of a hashed index. */
final class HashMatch {
    private static final int MOST_KEYS = 10_000;
    private static final int UNIQUE = 10_000;
    private static final int EQUAL = 1000;
    private static final int ONE_OF = 800;
    private static final Set<Form> EQUALITY = EnumSet.of(Form.EQUAL);
    private static final Set<Form> ALTERNATIVES = EnumSet.of(Form.ONE_OF);

    private final IndexShape index;
    private final List<ColumnTest> used;
    private final List<@Nullable Object[]> keys;

    private HashMatch(IndexShape index, List<ColumnTest> used, List<@Nullable Object[]> keys) {
        this.index = index;
        this.used = used;
        this.keys = keys;
    }

    /** Returns the match, or null if a field has no value. */
    static @Nullable HashMatch of(IndexShape index, Tests tests) {
        List<ColumnTest> used = new ArrayList<>();
        List<@Nullable Object[]> keys = List.<@Nullable Object[]>of(new Object[0]);
        for (List<FieldPath.Step> column : index.columns().subList(0, index.fields())) {
            ColumnTest test = tests.find(column, EQUALITY);
            test = test == null ? tests.find(column, ALTERNATIVES) : test;
            if (test == null || (long) keys.size() * test.values().size() > MOST_KEYS) {
                return null;
            }
            used.add(test);
            keys = extended(keys, Tests.distinct(test));
        }
        return new HashMatch(index, used, keys);
    }

    private static List<@Nullable Object[]> extended(List<@Nullable Object[]> keys, List<@Nullable Object> values) {
        List<@Nullable Object[]> longer = new ArrayList<>(keys.size() * values.size());
        for (@Nullable Object[] key : keys) {
            values.forEach(value -> longer.add(Bound.appended(key, value)));
        }
        return longer;
    }

    AccessPath path() {
        return new AccessPath.ByHash(index.name(), keys, used);
    }

    /** Returns the tests that led to the keys. */
    List<ColumnTest> used() {
        return used;
    }

    /** Returns how narrow the match is likely to be, a little more than that of an ordered index by the same tests. */
    int score() {
        int score = index.unique() ? UNIQUE + 1 : 1;
        for (ColumnTest test : used) {
            score += test.form() == Form.EQUAL ? EQUAL : ONE_OF;
        }
        return score;
    }
}
