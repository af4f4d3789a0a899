package dev.ectype.tck.self;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Compare;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Adapters that get lists, paths and functions wrong. */
final class PartMutants {
    private PartMutants() {}

    static List<Mutant> all() {
        return List.of(
                lists("says of no list that it lacks a value", "A1", PartMutants::falseWithoutList),
                lists("is content with one of several values", "A2", PartMutants::anyOfAll),
                lists("takes a size for at least that", "A5", PartMutants::atLeast),
                lists("compares lists whatever their order", "A7", PartMutants::inAnyOrder),
                lists("counts one key too many", "A8", PartMutants::oneKeyMore),
                lists("takes any record for the one that is asked", "A9", PartMutants::anyRecord),
                lists("finds nothing in sets", "A6", PartMutants::nothingInSets),
                paths("knows fields by their own names alone", "N8 a renamed", PartMutants::isRenamed),
                paths(
                        "knows fields inside by their own names alone",
                        "N8 so is one inside",
                        PartMutants::isRenamedInside),
                operands("counts records of a list from one", "N4", "FollowingPaths", PartMutants::oneFurther),
                meaning("tells absent from null", "L6", "Reasoning", PartMutants::neverNull),
                paths("looks into one record only", "N1", compare -> depth(compare) > 2),
                paths("knows no keys with dots", "N5", PartMutants::hasDottedKey),
                paths("takes a name for a word of its language", "N6", compare -> isCalled(compare, "order")),
                paths("takes a name with a dot for two", "N7", compare -> isCalled(compare, "a.b")),
                meaning("takes what is inside nothing for there", "N2", "FollowingPaths", PartMutants::insideNothing),
                operands("counts positions from one", "N3", "FollowingPaths", PartMutants::oneFurther),
                meaning("takes two missing fields for equal", "F1", "Computing", PartMutants::missingAreEqual),
                operands("takes a text for its lower case", "F2", "Computing", PartMutants::caseLeft),
                operands("takes the last part that is there", "F3", "Computing", PartMutants::lastFirst),
                operands("adds what is to be subtracted", "F4", "Computing", PartMutants::added),
                meaning("takes an empty or for true", "L8", "Reasoning", PartMutants::emptyOrTrue),
                meaning("finds rows without a value outside of a list", "L5", "Reasoning", PartMutants::outsideToo));
    }

    private static Mutant lists(String fault, String rule, UnaryOperator<Predicate> change) {
        return meaning(fault, rule, "SearchingLists", change);
    }

    private static Mutant paths(String fault, String rule, java.util.function.Predicate<Compare> missed) {
        return meaning(
                fault,
                rule,
                "FollowingPaths",
                predicate -> predicate instanceof Compare compare && missed.test(compare)
                        ? new Predicate.Constant(false)
                        : predicate);
    }

    private static Mutant meaning(String fault, String rule, String topic, UnaryOperator<Predicate> change) {
        return Mutant.asking(fault, rule, topic, Rewriting.conditions(change));
    }

    private static Mutant operands(String fault, String rule, String topic, UnaryOperator<Operand> change) {
        return meaning(
                fault,
                rule,
                topic,
                predicate -> predicate instanceof Compare compare
                        ? new Compare(change.apply(compare.left()), compare.comparison(), change.apply(compare.right()))
                        : predicate);
    }

    private static Predicate falseWithoutList(Predicate predicate) {
        return predicate instanceof Predicate.Contains contains
                ? new Predicate.And(List.of(contains, new Predicate.Not(new Predicate.IsNull(contains.list()))))
                : predicate;
    }

    private static Predicate anyOfAll(Predicate predicate) {
        return predicate instanceof Predicate.ContainsAll all
                ? new Predicate.Or(all.values().stream()
                        .<Predicate>map(value -> new Predicate.Contains(all.list(), value))
                        .toList())
                : predicate;
    }

    private static Predicate atLeast(Predicate predicate) {
        return predicate instanceof Predicate.Size size && size.comparison() == Comparison.EQ
                ? new Predicate.Size(size.list(), Comparison.GE, size.size())
                : predicate;
    }

    private static Predicate inAnyOrder(Predicate predicate) {
        if (predicate instanceof Compare compare
                && compare.comparison() == Comparison.EQ
                && compare.left() instanceof FieldPath path
                && path.storage() instanceof Storage.ListOf list
                && compare.right() instanceof Value value) {
            return new Predicate.ContainsAll(
                    path,
                    ((List<?>) value.value())
                            .stream()
                                    .map(each -> new Value(each, list.element(), false))
                                    .toList());
        }
        return predicate;
    }

    private static Predicate oneKeyMore(Predicate predicate) {
        return predicate instanceof Predicate.Size size && size.list().storage() instanceof Storage.MapOf
                ? new Predicate.Size(size.list(), size.comparison(), size.size() - 1)
                : predicate;
    }

    private static Predicate anyRecord(Predicate predicate) {
        return predicate instanceof Compare compare && compare.left().storage() instanceof Storage.Embedded
                ? new Predicate.Not(new Predicate.IsNull(compare.left()))
                : predicate;
    }

    private static Predicate nothingInSets(Predicate predicate) {
        return predicate instanceof Predicate.Contains contains
                        && contains.list().storage() instanceof Storage.SetOf
                ? new Predicate.Constant(false)
                : predicate;
    }

    private static boolean isRenamedInside(Compare compare) {
        return depth(compare) > 1 && isRenamed(compare);
    }

    private static boolean isRenamed(Compare compare) {
        return depth(compare) > 0
                && ((FieldPath) compare.left())
                        .steps().stream()
                                .anyMatch(step -> step instanceof FieldPath.Slot slot
                                        && !slot.name().equals(slot.source()));
    }

    private static Predicate neverNull(Predicate predicate) {
        return predicate instanceof Predicate.IsNull ? new Predicate.Constant(false) : predicate;
    }

    private static int depth(Compare compare) {
        return compare.left() instanceof FieldPath path ? path.steps().size() : 0;
    }

    private static boolean isCalled(Compare compare, String name) {
        return depth(compare) == 1 && ((FieldPath) compare.left()).source().equals(name);
    }

    private static boolean hasDottedKey(Compare compare) {
        return compare.left() instanceof FieldPath path
                && path.steps().stream()
                        .anyMatch(step ->
                                step instanceof FieldPath.Key key && key.key().contains("."));
    }

    private static Predicate insideNothing(Predicate predicate) {
        return predicate instanceof Predicate.IsNull isNull
                        && isNull.operand() instanceof FieldPath path
                        && path.steps().size() > 1
                ? new Predicate.Constant(false)
                : predicate;
    }

    private static Operand oneFurther(Operand operand) {
        if (!(operand instanceof FieldPath path)) {
            return operand;
        }
        List<Step> steps = path.steps().stream()
                .map(step -> step instanceof FieldPath.Position position
                        ? new FieldPath.Position(position.index() + 1)
                        : step)
                .toList();
        return new FieldPath(steps, path.storage(), path.redacted());
    }

    private static Predicate missingAreEqual(Predicate predicate) {
        return predicate instanceof Compare compare
                        && compare.comparison() == Comparison.EQ
                        && compare.right() instanceof FieldPath other
                ? new Predicate.Or(List.of(
                        compare,
                        new Predicate.And(List.of(new Predicate.IsNull(compare.left()), new Predicate.IsNull(other)))))
                : predicate;
    }

    private static Operand caseLeft(Operand operand) {
        return operand instanceof Operand.Call call && call.function() == Function.LOWER
                ? call.arguments().get(0)
                : operand;
    }

    private static Operand lastFirst(Operand operand) {
        if (operand instanceof Operand.Call call && call.function() == Function.COALESCE) {
            List<Operand> turned = new ArrayList<>(call.arguments());
            Collections.reverse(turned);
            return new Operand.Call(Function.COALESCE, turned, call.storage());
        }
        return operand;
    }

    private static Operand added(Operand operand) {
        return operand instanceof Operand.Call call && call.function() == Function.SUBTRACT
                ? new Operand.Call(Function.ADD, call.arguments(), call.storage())
                : operand;
    }

    private static Predicate emptyOrTrue(Predicate predicate) {
        return predicate instanceof Predicate.Or or && or.terms().isEmpty() ? new Predicate.Constant(true) : predicate;
    }

    private static Predicate outsideToo(Predicate predicate) {
        return predicate instanceof Predicate.Not not && not.term() instanceof Predicate.In in
                ? new Predicate.Or(List.of(not, new Predicate.IsNull(in.operand())))
                : predicate;
    }
}
