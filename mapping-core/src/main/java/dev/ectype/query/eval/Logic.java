package dev.ectype.query.eval;

/** Conjunction and disjunction of prepared conditions; the first term that decides ends the evaluation. */
final class Logic {
    private Logic() {}

    static Condition all(Condition... terms) {
        return terms.length == 1 ? terms[0] : decidedBy(Truth.FALSE, terms);
    }

    static Condition any(Condition... terms) {
        return terms.length == 1 ? terms[0] : decidedBy(Truth.TRUE, terms);
    }

    private static Condition decidedBy(Truth decisive, Condition[] terms) {
        Truth otherwise = decisive.not();
        return root -> {
            Truth result = otherwise;
            for (Condition term : terms) {
                Truth truth = term.of(root);
                if (truth == decisive) {
                    return decisive;
                }
                if (truth == Truth.UNKNOWN) {
                    result = Truth.UNKNOWN;
                }
            }
            return result;
        };
    }
}
