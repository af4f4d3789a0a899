package dev.ectype.adapter.ldap;

import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows the values of a condition in their order, for failures of random tests. */
final class Values {
    private Values() {}

    static List<Object> in(Predicate predicate) {
        List<Object> values = new ArrayList<>();
        collect(predicate, values);
        return values;
    }

    private static void collect(Predicate predicate, List<Object> values) {
        if (predicate instanceof Predicate.And and) {
            and.terms().forEach(term -> collect(term, values));
        } else if (predicate instanceof Predicate.Or or) {
            or.terms().forEach(term -> collect(term, values));
        } else if (predicate instanceof Predicate.Compare compare && compare.right() instanceof Value value) {
            values.add("<" + value.value() + ">");
        } else if (predicate instanceof Predicate.Text text) {
            values.add("<" + text.pattern().value() + ">");
        } else if (predicate instanceof Predicate.In in) {
            in.values().forEach(value -> values.add("<" + value.value() + ">"));
        } else {
            predicate.terms().forEach(term -> collect(term, values));
        }
    }
}
