package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.plan.ColumnTest.Form;
import dev.ectype.query.ir.FieldPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the tests of a query lead into an index: equal leading columns, and then perhaps a range. */
final class IndexMatch {
    private static final int MOST_RANGES = 10_000;
    private static final Set<Form> EQUALITY = EnumSet.of(Form.EQUAL);
    private static final Set<Form> ALTERNATIVES = EnumSet.of(Form.ONE_OF);
    private static final Set<Form> LOWER = EnumSet.of(Form.ABOVE, Form.FROM);
    private static final Set<Form> UPPER = EnumSet.of(Form.BELOW, Form.UP_TO);
    private static final Set<Form> PREFIX = EnumSet.of(Form.PREFIX);

    private final IndexShape index;
    private final Tests tests;
    private final List<ColumnTest> used = new ArrayList<>();
    private final List<@Nullable ColumnTest> fixed = new ArrayList<>();
    private List<@Nullable Object[]> prefixes = List.<@Nullable Object[]>of(new Object[0]);
    private List<Range> ranges = List.of();
    private boolean alternatives;

    IndexMatch(IndexShape index, Tests tests) {
        this.index = index;
        this.tests = tests;
        matchEqualColumns();
        matchRange();
    }

    IndexShape index() {
        return index;
    }

    /** Returns the ranges, ascending and apart. */
    List<Range> ranges() {
        return ranges;
    }

    boolean isNarrowing() {
        return !used.isEmpty();
    }

    /** Tells whether a column has only one value in the ranges. */
    boolean isFixed(int column) {
        return column < fixed.size() && fixed.get(column) != null;
    }

    /** Returns the one value of a fixed column. */
    @Nullable Object fixedValue(int column) {
        return Objects.requireNonNull(fixed.get(column)).values().get(0);
    }

    /** Returns the tests that led to the ranges. */
    List<ColumnTest> used() {
        return used;
    }

    /** Returns how narrow the ranges are likely to be; more is narrower. */
    int score() {
        int score = index.unique() && fixedFields() >= index.fields() ? 10_000 : 0;
        for (ColumnTest test : used) {
            score += switch (test.form()) {
                case EQUAL -> 1000;
                case ONE_OF -> 800;
                case PREFIX -> 500;
                default -> 300;
            };
        }
        return score;
    }

    private int fixedFields() {
        return (int) fixed.stream().filter(Objects::nonNull).count();
    }

    private void matchEqualColumns() {
        for (List<FieldPath.Step> column : index.columns()) {
            ColumnTest test = tests.find(column, EQUALITY);
            if (test == null && !alternatives) {
                test = tests.find(column, ALTERNATIVES);
            }
            if (test == null || test.values().size() > MOST_RANGES) {
                return;
            }
            extend(test);
        }
    }

    private void extend(ColumnTest test) {
        List<@Nullable Object> values = Tests.distinct(test);
        alternatives |= values.size() > 1;
        fixed.add(values.size() == 1 ? test : null);
        used.add(test);
        List<@Nullable Object[]> longer = new ArrayList<>(prefixes.size() * values.size());
        for (@Nullable Object[] prefix : prefixes) {
            values.forEach(value -> longer.add(Bound.appended(prefix, value)));
        }
        prefixes = longer;
    }

    private void matchRange() {
        ColumnTest low = null;
        ColumnTest high = null;
        ColumnTest start = null;
        if (fixed.size() < index.columns().size()) {
            List<FieldPath.Step> column = index.columns().get(fixed.size());
            start = tests.find(column, PREFIX);
            low = start != null ? null : tests.find(column, LOWER);
            high = start != null ? null : tests.find(column, UPPER);
        }
        List<Range> found = new ArrayList<>(prefixes.size());
        for (@Nullable Object[] prefix : prefixes) {
            found.add(start == null ? range(prefix, low, high) : startingWith(prefix, start));
        }
        ranges = found;
        addUsed(start);
        addUsed(low);
        addUsed(high);
    }

    private void addUsed(@Nullable ColumnTest test) {
        if (test != null) {
            used.add(test);
        }
    }

    private static Range startingWith(@Nullable Object[] prefix, ColumnTest test) {
        @Nullable Object[] values = Bound.appended(prefix, test.values().get(0));
        return new Range(Bound.before(values), Bound.afterPrefix(values));
    }

    /** An upper bound alone leaves out nulls, which are not less than anything. */
    private static Range range(@Nullable Object[] prefix, @Nullable ColumnTest low, @Nullable ColumnTest high) {
        Bound from = Bound.before(prefix);
        if (low != null) {
            @Nullable Object[] values = Bound.appended(prefix, low.values().get(0));
            from = low.form() == Form.ABOVE ? Bound.after(values) : Bound.before(values);
        } else if (high != null) {
            from = Bound.after(Bound.appended(prefix, null));
        }
        Bound to = Bound.after(prefix);
        if (high != null) {
            @Nullable Object[] values = Bound.appended(prefix, high.values().get(0));
            to = high.form() == Form.UP_TO ? Bound.after(values) : Bound.before(values);
        }
        return new Range(from, to);
    }
}
