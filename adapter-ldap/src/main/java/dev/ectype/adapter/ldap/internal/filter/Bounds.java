package dev.ectype.adapter.ldap.internal.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * What filters can tell of a predicate: where it is true and where it is false. Where it is unknown, neither finds the
 * entry, so that a negation is an exchange of the sides and never a {@code !} around what may be absent.
 *
 * @param whenTrue finds the entries of which it is true
 * @param whenFalse finds the entries of which it is false
 */
public record Bounds(Side whenTrue, Side whenFalse) {
    /** Of a predicate that is true of every entry. */
    static final Bounds ALWAYS = new Bounds(Side.EVERYTHING, Side.NOTHING);

    static Bounds unknown(String why) {
        return new Bounds(Side.unknown(why), Side.unknown(why));
    }

    Bounds negated() {
        return new Bounds(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }

    static Bounds all(List<Bounds> terms) {
        return new Bounds(Side.all(sides(terms, true)), Side.any(sides(terms, false)));
    }

    static Bounds any(List<Bounds> terms) {
        return new Bounds(Side.any(sides(terms, true)), Side.all(sides(terms, false)));
    }

    private static List<Side> sides(List<Bounds> terms, boolean ofTrue) {
        List<Side> sides = new ArrayList<>(terms.size());
        for (Bounds term : terms) {
            sides.add(ofTrue ? term.whenTrue : term.whenFalse);
        }
        return sides;
    }
}
