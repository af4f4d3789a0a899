package dev.ectype.adapter.mongo.recorded;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why the embedded server answers a form otherwise, by what stands in it. */
final class Reasons {
    private static final Map<String, String> BY_PART = new LinkedHashMap<>();

    static {
        BY_PART.put("random tree", "a tree of the other forms");
        BY_PART.put("sorted", "sorts not-a-number, empty lists and text beyond the basic plane otherwise");
        BY_PART.put("projected", "breaks on $slice of absent lists and on expressions in projections");
        BY_PART.put(
                "aggregate",
                "lacks expressions and stages, divides decimals as floating point, or orders groups otherwise");
        BY_PART.put("update [", "lacks updates that are pipelines");
        BY_PART.put("update", "checks fewer values of updates, or numbers otherwise");
        BY_PART.put("$regexMatch", "lacks $regexMatch");
        BY_PART.put("$type", "lacks $type in expressions, and some types of numbers");
        BY_PART.put("$bits", "lacks tests of bits");
        BY_PART.put("$regex", "reads options of expressions and lists of texts otherwise");
        BY_PART.put("$expr", "takes absent for null in expressions, and compares numbers as floating point");
        BY_PART.put("$elemMatch", "matches values that are no elements");
        BY_PART.put("$all", "does not match single values by $all");
        BY_PART.put(
                "",
                "compares decimals, long integers and not-a-number as floating point, text by UTF-16 units, and lists otherwise");
    }

    private Reasons() {}

    static String of(String form) {
        return BY_PART.entrySet().stream()
                .filter(reason -> form.contains(reason.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow();
    }
}
