package dev.ectype.plan;

import java.util.OptionalInt;

/**
 * What the caller of a query allows beyond what the store does well; both are per call and off unless said.
 *
 * @param clientSideRows the most rows that may be read to finish outside the store what it does not do; empty to refuse
 * @param scan whether the store may read everything to find the rows
 */
public record Consents(OptionalInt clientSideRows, boolean scan) {
    /** Allows neither. */
    public static final Consents NONE = new Consents(OptionalInt.empty(), false);

    /** Returns the same, finishing outside the store over at most {@code maxRows} rows. */
    public Consents withClientSide(int maxRows) {
        if (maxRows < 0) {
            throw new IllegalArgumentException("clientSide needs a number of rows that is not negative: " + maxRows);
        }
        return new Consents(OptionalInt.of(maxRows), scan);
    }

    /** Returns these consents and those, with the number of rows of these where both say one. */
    public Consents over(Consents defaults) {
        return defaults.equals(NONE)
                ? this
                : new Consents(
                        clientSideRows.isPresent() ? clientSideRows : defaults.clientSideRows, scan || defaults.scan);
    }

    /** Returns the same, finishing nothing outside the store. */
    public Consents withoutClientSide() {
        return new Consents(OptionalInt.empty(), scan);
    }

    /** Returns the same, allowing a full scan. */
    public Consents withScan() {
        return new Consents(clientSideRows, true);
    }
}
