package dev.ectype.query.ir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows predicates for explanations and messages: every structure, no value. */
final class Printer implements Predicate.Visitor<String> {
    private static final Printer INSTANCE = new Printer();

    private Printer() {}

    static String print(Predicate predicate) {
        return predicate.accept(INSTANCE);
    }

    @Override
    public String and(Predicate.And and) {
        return joined(and.terms(), " and ", "true");
    }

    @Override
    public String or(Predicate.Or or) {
        return joined(or.terms(), " or ", "false");
    }

    private static String joined(List<Predicate> terms, String word, String ofNone) {
        return terms.isEmpty()
                ? ofNone
                : terms.stream().map(Printer::print).collect(Collectors.joining(word, "(", ")"));
    }

    @Override
    public String not(Predicate.Not not) {
        return "not " + print(not.term());
    }

    @Override
    public String constant(Predicate.Constant constant) {
        return Boolean.toString(constant.value());
    }

    @Override
    public String compare(Predicate.Compare compare) {
        return compare.left() + " " + compare.comparison().symbol() + " " + compare.right();
    }

    @Override
    public String in(Predicate.In in) {
        return in.operand() + " in (" + in.values().size() + " values)";
    }

    @Override
    public String isNull(Predicate.IsNull isNull) {
        return isNull.operand() + " is null";
    }

    @Override
    public String text(Predicate.Text text) {
        String how = text.match().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return text.operand() + " " + how + (text.ignoreCase() ? " ignoring case ?" : " ?");
    }

    @Override
    public String contains(Predicate.Contains contains) {
        return contains.list() + " contains ?";
    }

    @Override
    public String containsAll(Predicate.ContainsAll containsAll) {
        return containsAll.list() + " contains all of " + containsAll.values().size() + " values";
    }

    @Override
    public String anyElement(Predicate.AnyElement anyElement) {
        return "any of " + anyElement.list() + " has " + print(anyElement.condition());
    }

    @Override
    public String size(Predicate.Size size) {
        Object number = size.number().value() instanceof Integer known ? known : size.number();
        return "size of " + size.list() + " " + size.comparison().symbol() + " " + number;
    }

    @Override
    public String nativeCondition(Predicate.Native nativeCondition) {
        return "native condition of " + nativeCondition.store();
    }
}
