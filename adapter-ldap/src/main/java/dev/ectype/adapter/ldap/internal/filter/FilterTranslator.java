package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Translates predicates on rows of one source. Total: what it does not know, it says so of. */
public final class FilterTranslator implements Predicate.Visitor<Bounds> {
    /** The name of the store, by which native conditions are meant for it. */
    public static final String STORE = "LDAP";

    private static final String FUNCTION = "a directory compares attributes with constants only";
    private final EntryMapping mapping;

    /** Creates the translator of one source. */
    public FilterTranslator(EntryMapping mapping) {
        this.mapping = mapping;
    }

    /** Returns what filters can tell of a predicate. */
    public Bounds translate(Predicate predicate) {
        return predicate.accept(this);
    }

    /** Tells whether the server sorts a column of one value as queries mean. */
    public static boolean isInOrder(AttributeColumn column, Storage storage) {
        return column.facts().known()
                && column.isScalar()
                && isPlain(column, storage)
                && new Comparing(new Leaves(column, storage)).isInOrder();
    }

    /** Tells whether conditions on values of a kind can be said of a column at all, beyond whether there is one. */
    public static boolean isComparable(AttributeColumn column, Storage storage) {
        return new Comparing(new Leaves(column, storage)).isComparable();
    }

    /** Tells whether the server compares values of a kind as queries mean. */
    public static boolean isExact(AttributeColumn column, Storage storage) {
        return new Leaves(column, storage).isExact();
    }

    private List<Bounds> translate(List<Predicate> terms) {
        return terms.stream().map(this::translate).toList();
    }

    @Override
    public Bounds and(Predicate.And and) {
        return Bounds.all(translate(and.terms()));
    }

    @Override
    public Bounds or(Predicate.Or or) {
        return Bounds.any(translate(or.terms()));
    }

    @Override
    public Bounds not(Predicate.Not not) {
        return translate(not.term()).negated();
    }

    @Override
    public Bounds constant(Predicate.Constant constant) {
        return constant.value() ? Bounds.ALWAYS : Bounds.ALWAYS.negated();
    }

    @Override
    public Bounds compare(Predicate.Compare compare) {
        if (!(compare.right() instanceof Value value)) {
            return Bounds.unknown(FUNCTION);
        }
        if (compare.left() instanceof Operand.Call call) {
            return folded(call, compare.comparison(), value);
        }
        return scalar(compare.left(), leaves -> new Comparing(leaves).with(compare.comparison(), value.value()));
    }

    /** {@code lower(a) = ?}, as the equality that ignores case is written. */
    private Bounds folded(Operand.Call call, Comparison comparison, Value value) {
        boolean isLower = call.function() == Operand.Function.LOWER
                && comparison == Comparison.EQ
                && value.value() instanceof String text
                && !text.isEmpty();
        return isLower
                ? scalar(
                        call.arguments().get(0), leaves -> new TextMatching(leaves, true).whole((String) value.value()))
                : Bounds.unknown(FUNCTION);
    }

    @Override
    public Bounds in(Predicate.In in) {
        if (in.values().isEmpty()) {
            return Bounds.ALWAYS.negated();
        }
        return scalar(in.operand(), leaves -> {
            Comparing comparing = new Comparing(leaves);
            return Bounds.any(in.values().stream()
                    .map(value -> comparing.with(Comparison.EQ, value.value()))
                    .toList());
        });
    }

    @Override
    public Bounds isNull(Predicate.IsNull isNull) {
        return column(isNull.operand())
                .map(column -> {
                    Leaves leaves = new Leaves(column, isNull.operand().storage());
                    return new Bounds(Side.exact(leaves.absent()), Side.exact(leaves.present()));
                })
                .orElseGet(() -> Bounds.unknown(why(isNull.operand())));
    }

    @Override
    public Bounds text(Predicate.Text text) {
        return scalar(
                text.operand(),
                leaves -> new TextMatching(leaves, text.ignoreCase())
                        .of(text.match(), (String) text.pattern().value()));
    }

    @Override
    public Bounds contains(Predicate.Contains contains) {
        return elements(contains.list(), leaves -> member(leaves, contains.value()));
    }

    private static Bounds member(Leaves leaves, Value value) {
        return new Comparing(leaves).with(Comparison.EQ, value.value());
    }

    @Override
    public Bounds containsAll(Predicate.ContainsAll containsAll) {
        return elements(
                containsAll.list(),
                leaves -> containsAll.values().isEmpty()
                        ? leaves.never().negated()
                        : Bounds.all(containsAll.values().stream()
                                .map(value -> member(leaves, value))
                                .toList()));
    }

    @Override
    public Bounds anyElement(Predicate.AnyElement anyElement) {
        return elements(anyElement.list(), leaves -> anyElement.condition().accept(new ElementTranslator(leaves)));
    }

    @Override
    public Bounds size(Predicate.Size size) {
        return elements(size.list(), leaves -> leaves.anything("a directory does not count values"));
    }

    @Override
    public Bounds nativeCondition(Predicate.Native condition) {
        return condition.store().equals(STORE) && condition.condition() instanceof Filter filter
                ? new Bounds(Side.exact(filter), Side.unknown("where a native filter is false cannot be told"))
                : Bounds.unknown("a native condition must be a Filter of the driver, for the store " + STORE);
    }

    /** Translates a test of a column of one value. */
    private Bounds scalar(Operand operand, Function<Leaves, Bounds> test) {
        return column(operand)
                .map(column -> isPlain(column, operand.storage())
                        ? test.apply(new Leaves(column, operand.storage()))
                        : new Leaves(column, operand.storage()).anything("its parts stand in one value"))
                .orElseGet(() -> Bounds.unknown(why(operand)));
    }

    private static boolean isPlain(AttributeColumn column, Storage storage) {
        return column.values() == AttributeColumn.Values.ONE
                && storage instanceof Storage.Scalar
                && storage != Storage.Scalar.ANY
                && !column.isJson();
    }

    /** Translates a test of the elements of a column. */
    private Bounds elements(FieldPath list, Function<Leaves, Bounds> test) {
        return column(list)
                .map(column -> {
                    Leaves leaves = new Leaves(column, elementOf(list.storage()));
                    return column.values() == AttributeColumn.Values.ONE
                            ? leaves.anything("the elements stand in one value")
                            : test.apply(leaves);
                })
                .orElseGet(() -> Bounds.unknown(why(list)));
    }

    private static Storage elementOf(Storage storage) {
        if (storage instanceof Storage.SetOf set) {
            return set.element();
        }
        return storage instanceof Storage.ListOf list ? list.element() : storage;
    }

    /** Returns the attribute, if the operand is one that the server knows: a filter on another is never true nor false. */
    private Optional<AttributeColumn> column(Operand operand) {
        if (!(operand instanceof FieldPath path) || !path.isTopLevel()) {
            return Optional.empty();
        }
        AttributeColumn column = mapping.column(path.slot());
        return column.facts().known() && !column.isName() && !column.isEntries()
                ? Optional.of(column)
                : Optional.empty();
    }

    private String why(Operand operand) {
        return operand instanceof FieldPath path && mapping.column(path.slot()).isEntries()
                ? inEntries(mapping.column(path.slot()))
                : FUNCTION;
    }

    /** Says why nothing can be asked of a column that stands as entries below. */
    public static String inEntries(AttributeColumn column) {
        return "'" + column.field() + "' stands in entries below the record's own, which a filter on it does not see:"
                + " search those as records of their own, or say inJson() of the column";
    }
}
