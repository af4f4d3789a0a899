package dev.ectype.plan;

import dev.ectype.error.UnsupportedQueryException.Refusal;
import dev.ectype.spi.NativePlan;
import java.util.List;

/**
 * How a query would run: the native request, who does each part, and what stands in its way. Values never show.
 *
 * @param store the store's name
 * @param source the source
 * @param access how the store finds the rows
 * @param nativeText the native request
 * @param parts who does each clause
 * @param fetched the names of the fields that are fetched
 * @param refusals why the query would be refused; empty if it runs
 */
public record Explanation(
        String store,
        String source,
        NativePlan.Access access,
        String nativeText,
        List<Part> parts,
        List<String> fetched,
        List<Refusal> refusals) {

    /**
     * One clause.
     *
     * @param kind {@code where}, {@code order} or {@code window}; of a grouping also {@code group}, {@code compute} and
     *     {@code having}
     * @param clause the clause, without its values
     * @param verdict {@code exact} if the store does it, otherwise what is left to do and why
     */
    public record Part(String kind, String clause, String verdict) {}

    /** Copies the lists. */
    public Explanation {
        parts = List.copyOf(parts);
        fetched = List.copyOf(fetched);
        refusals = List.copyOf(refusals);
    }

    /** Tells whether the store does the whole query. */
    public boolean isWhollyInStore() {
        return parts.stream().allMatch(part -> part.verdict().equals("exact"));
    }

    /** Tells whether the query would run with the consents that it has. */
    public boolean runs() {
        return refusals.isEmpty();
    }

    /** Returns the explanation as a text of several lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(store)
                .append(", ")
                .append(source)
                .append(", by ")
                .append(access)
                .append('\n');
        nativeText
                .lines()
                .forEach(line -> text.append("  native  ").append(line).append('\n'));
        parts.forEach(
                part -> text.append(String.format("  %-7s %s: %s%n", part.kind(), part.clause(), part.verdict())));
        text.append("  fetch   ").append(String.join(", ", fetched));
        refusals.forEach(refusal -> text.append("\n  REFUSED ").append(refusal));
        return text.toString();
    }
}
