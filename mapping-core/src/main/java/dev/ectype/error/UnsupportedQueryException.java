package dev.ectype.error;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says that a query was refused before the store was touched: every part that was, why, and what would work. */
public final class UnsupportedQueryException extends MappingException {
    private static final long serialVersionUID = 1L;

    /**
     * One refused part.
     *
     * @param clause the part, without its values: a condition, {@code order by ...}, {@code limit ...}
     * @param reason why the store does not do it
     */
    public record Refusal(String clause, String reason) {
        @Override
        public String toString() {
            return clause + " — " + reason;
        }
    }

    private final transient List<Refusal> refusals;

    /** Creates the exception for a query of {@code source} on {@code store}; {@code remedy} ends the message. */
    public UnsupportedQueryException(String store, String source, List<Refusal> refusals, String remedy) {
        super(
                Kind.UNSUPPORTED,
                store + " cannot run this query of " + source + ":\n"
                        + refusals.stream().map(r -> "  " + r).collect(Collectors.joining("\n")) + "\n" + remedy,
                Map.of());
        this.refusals = List.copyOf(refusals);
    }

    /** Returns the refused parts. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
