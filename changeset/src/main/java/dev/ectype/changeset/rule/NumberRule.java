package dev.ectype.changeset.rule;

import dev.ectype.changeset.internal.Numbers;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How great a number is. Immutable; the first bound that does not hold is reported, in the order in which they were added. */
public final class NumberRule implements Rule<Object> {

    /** A comparison with a number. */
    public enum Kind {
        /** Below. */
        LESS_THAN("number.less_than", "must be less than %{number}", true, false, false),
        /** Above. */
        GREATER_THAN("number.greater_than", "must be greater than %{number}", false, false, true),
        /** Not above. */
        LESS_THAN_OR_EQUAL_TO(
                "number.less_than_or_equal_to", "must be less than or equal to %{number}", true, true, false),
        /** Not below. */
        GREATER_THAN_OR_EQUAL_TO(
                "number.greater_than_or_equal_to", "must be greater than or equal to %{number}", false, true, true),
        /** The same, by value. */
        EQUAL_TO("number.equal_to", "must be equal to %{number}", false, true, false),
        /** Not the same, by value. */
        NOT_EQUAL_TO("number.not_equal_to", "must be not equal to %{number}", true, false, true);

        private static final int PREFIX = "number.".length();

        private final String error;
        private final String text;
        private final boolean below;
        private final boolean same;
        private final boolean above;

        Kind(String error, String text, boolean below, boolean same, boolean above) {
            this.error = error;
            this.text = text;
            this.below = below;
            this.same = same;
            this.above = above;
        }

        /** Returns the name in error arguments. */
        public String code() {
            return error.substring(PREFIX);
        }

        boolean holds(int comparison) {
            return comparison < 0 ? below : comparison == 0 ? same : above;
        }
    }

    private record Bound(Kind kind, Number target) {}

    static final NumberRule ANY = new NumberRule(new Bound[0], null);

    private final Bound[] bounds;
    private final @Nullable Message message;

    private NumberRule(Bound[] bounds, @Nullable Message message) {
        this.bounds = bounds;
        this.message = message;
    }

    /** Returns a rule of one bound. */
    public static NumberRule of(Kind kind, Number number) {
        return ANY.and(kind, number);
    }

    /**
     * Returns the rule with one more bound.
     *
     * @throws IllegalArgumentException if the bound is infinite or no number
     */
    public NumberRule and(Kind more, Number number) {
        if (number instanceof Double real && !Double.isFinite(real)) {
            throw new IllegalArgumentException("a number is compared with finite ones, not with " + real);
        }
        Bound[] all = Arrays.copyOf(bounds, bounds.length + 1);
        all[bounds.length] = new Bound(more, number);
        return new NumberRule(all, message);
    }

    /** Returns the rule with an upper bound, itself left out. */
    public NumberRule lessThan(Number number) {
        return and(Kind.LESS_THAN, number);
    }

    /** Returns the rule with a lower bound, itself left out. */
    public NumberRule greaterThan(Number number) {
        return and(Kind.GREATER_THAN, number);
    }

    /** Returns the rule with an upper bound. */
    public NumberRule lessThanOrEqualTo(Number number) {
        return and(Kind.LESS_THAN_OR_EQUAL_TO, number);
    }

    /** Returns the rule with a lower bound. */
    public NumberRule greaterThanOrEqualTo(Number number) {
        return and(Kind.GREATER_THAN_OR_EQUAL_TO, number);
    }

    /** Returns the rule with the one allowed number. */
    public NumberRule equalTo(Number number) {
        return and(Kind.EQUAL_TO, number);
    }

    /** Returns the rule with a number that is not allowed. */
    public NumberRule notEqualTo(Number number) {
        return and(Kind.NOT_EQUAL_TO, number);
    }

    /** Returns the rule with a text of its own. */
    public NumberRule message(String text) {
        return message(Message.of(text));
    }

    /** Returns the rule with a text and arguments of its own. */
    public NumberRule message(Message own) {
        return new NumberRule(bounds, own);
    }

    @Override
    public String name() {
        return "number";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Bound bound : bounds) {
            settings.put(bound.kind().code(), bound.target());
        }
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    @Override
    public @Nullable Violation check(Object value, Type<?> type) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("a " + value.getClass().getSimpleName()
                    + " is no number: validate numbers of integer, float and decimal fields");
        }
        for (Bound bound : bounds) {
            if (!bound.kind().holds(Numbers.compare(number, bound.target()))) {
                return violation(bound, number);
            }
        }
        return null;
    }

    private Violation violation(Bound bound, Number value) {
        Kind kind = bound.kind();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("validation", "number");
        arguments.put("kind", kind.code());
        arguments.put("number", value instanceof BigDecimal ? decimal(bound.target()) : bound.target());
        return Violation.of(kind.error, kind.text, arguments, message);
    }

    private static Number decimal(Number number) {
        Cast<BigDecimal> cast = Types.decimal().cast(number);
        return cast instanceof Cast.Ok<BigDecimal> ok ? Objects.requireNonNull(ok.value()) : number;
    }
}
