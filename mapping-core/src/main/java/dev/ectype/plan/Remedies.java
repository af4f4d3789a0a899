package dev.ectype.plan;

import dev.ectype.spi.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a refusal: why, and what would work. */
final class Remedies {
    private Remedies() {}

    static String of(boolean needsFinishing, boolean isForbiddenScan) {
        StringBuilder text = new StringBuilder();
        if (needsFinishing) {
            text.append(
                    "Ask otherwise, or allow finishing it here over a bounded number of rows: clientSide(maxRows). ");
        }
        if (isForbiddenScan) {
            text.append("Declare an index for the conditions, or allow reading everything: allowScan(). ");
        }
        return text.toString().strip();
    }

    static String reason(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused.why();
        }
        return ((Verdict.Superset) verdict).why();
    }

    static String list(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
