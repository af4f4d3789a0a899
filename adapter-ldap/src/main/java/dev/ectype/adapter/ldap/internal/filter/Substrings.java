package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a substring filter in their order. */
final class Substrings {
    private final List<String> inner = new ArrayList<>();
    private String first = "";
    private String last = "";

    /** Adds the beginning of the text. */
    void first(String text) {
        first = text;
    }

    /** Adds something that stands behind what was added before. */
    void inner(String text) {
        inner.add(text);
    }

    /** Adds the end of the text. */
    void last(String text) {
        last = text;
    }

    boolean isEmpty() {
        return first.isEmpty() && last.isEmpty() && inner.isEmpty();
    }

    Filter filter(String attribute) {
        byte[][] any = inner.stream().map(Substrings::bytes).toArray(byte[][]::new);
        return Filter.createSubstringFilter(
                attribute,
                first.isEmpty() ? null : bytes(first),
                any.length == 0 ? null : any,
                last.isEmpty() ? null : bytes(last));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
