package dev.ectype.plan;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the slots of the row itself that a predicate or an operand reads. */
final class Slots implements Predicate.Visitor<Stream<Integer>>, Operand.Visitor<Stream<Integer>> {
    private static final Slots INSTANCE = new Slots();

    private Slots() {}

    static Set<Integer> of(Predicate predicate) {
        return predicate.accept(INSTANCE).collect(Collectors.toSet());
    }

    static Set<Integer> of(Operand operand) {
        return operand.accept(INSTANCE).collect(Collectors.toSet());
    }

    @Override
    public Stream<Integer> field(FieldPath field) {
        return Stream.of(field.slot());
    }

    @Override
    public Stream<Integer> value(Value value) {
        return Stream.of();
    }

    @Override
    public Stream<Integer> call(Operand.Call call) {
        return call.arguments().stream().flatMap(argument -> argument.accept(this));
    }

    private Stream<Integer> all(List<Predicate> terms) {
        return terms.stream().flatMap(term -> term.accept(this));
    }

    @Override
    public Stream<Integer> and(Predicate.And and) {
        return all(and.terms());
    }

    @Override
    public Stream<Integer> or(Predicate.Or or) {
        return all(or.terms());
    }

    @Override
    public Stream<Integer> not(Predicate.Not not) {
        return not.term().accept(this);
    }

    @Override
    public Stream<Integer> constant(Predicate.Constant constant) {
        return Stream.of();
    }

    @Override
    public Stream<Integer> compare(Predicate.Compare compare) {
        return Stream.concat(compare.left().accept(this), compare.right().accept(this));
    }

    @Override
    public Stream<Integer> in(Predicate.In in) {
        return in.operand().accept(this);
    }

    @Override
    public Stream<Integer> isNull(Predicate.IsNull isNull) {
        return isNull.operand().accept(this);
    }

    @Override
    public Stream<Integer> text(Predicate.Text text) {
        return text.operand().accept(this);
    }

    @Override
    public Stream<Integer> contains(Predicate.Contains contains) {
        return field(contains.list());
    }

    @Override
    public Stream<Integer> containsAll(Predicate.ContainsAll containsAll) {
        return field(containsAll.list());
    }

    @Override
    public Stream<Integer> anyElement(Predicate.AnyElement anyElement) {
        return field(anyElement.list());
    }

    @Override
    public Stream<Integer> size(Predicate.Size size) {
        return field(size.list());
    }

    @Override
    public Stream<Integer> nativeCondition(Predicate.Native nativeCondition) {
        return Stream.of();
    }
}
