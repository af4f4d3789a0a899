package dev.ectype.changeset.message;

import java.util.HashMap;
import java.util.Map;

/**
 * The default text of each code, by which the program's own texts are told from them. They are a class and no file, since
 * to open files costs a process that has just started more than to find its first error.
 */
final class DefaultTexts {
    private static final String[] PAIRS = {
        "required", "can't be blank",
        "cast", "is invalid",
        "inclusion", "is invalid",
        "format", "has invalid format",
        "exclusion", "is reserved",
        "subset", "has an invalid entry",
        "confirmation", "does not match confirmation",
        "acceptance", "must be accepted",
        "embed", "is invalid",
        "assoc", "is invalid",
        "unique", "has already been taken",
        "unsafe_unique", "has already been taken",
        "unknown", "is unknown",
        "stale", "is stale",
        "constraint.unique", "has already been taken",
        "constraint.foreign", "does not exist",
        "constraint.assoc", "does not exist",
        "constraint.no_assoc", "are still associated with this entry",
        "constraint.no_assoc_one", "is still associated with this entry",
        "constraint.check", "is invalid",
        "constraint.exclusion", "violates an exclusion constraint",
        "number.less_than", "must be less than %{number}",
        "number.greater_than", "must be greater than %{number}",
        "number.less_than_or_equal_to", "must be less than or equal to %{number}",
        "number.greater_than_or_equal_to", "must be greater than or equal to %{number}",
        "number.equal_to", "must be equal to %{number}",
        "number.not_equal_to", "must be not equal to %{number}",
        "length.is.string", "should be %{count} character(s)",
        "length.min.string", "should be at least %{count} character(s)",
        "length.max.string", "should be at most %{count} character(s)",
        "length.is.binary", "should be %{count} byte(s)",
        "length.min.binary", "should be at least %{count} byte(s)",
        "length.max.binary", "should be at most %{count} byte(s)",
        "length.is.list", "should have %{count} item(s)",
        "length.min.list", "should have at least %{count} item(s)",
        "length.max.list", "should have at most %{count} item(s)",
        "length.is.map", "should have %{count} item(s)",
        "length.min.map", "should have at least %{count} item(s)",
        "length.max.map", "should have at most %{count} item(s)",
        "limit.keys", "should have at most %{count} key(s)",
        "limit.depth", "should be at most %{count} level(s) deep",
        "limit.list", "should have at most %{count} item(s)",
        "limit.text", "should be at most %{count} character(s)"
    };

    static final Map<String, String> BY_CODE = byCode();

    private DefaultTexts() {}

    private static Map<String, String> byCode() {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < PAIRS.length; i += 2) {
            texts.put(PAIRS[i], PAIRS[i + 1]);
        }
        return texts;
    }
}
