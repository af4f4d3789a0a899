package dev.ectype.changeset;

import dev.ectype.types.Type;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How one call of cast differs from the usual. Immutable. */
public final class CastOptions {

    /** The usual cast. */
    public static final CastOptions DEFAULT = new CastOptions(null, null, false, new Surroundings(null, null, null));

    private record Surroundings(
            @Nullable BiFunction<Field<?, ?>, Map<String, Object>, @Nullable String> message,
            @Nullable Limits limits,
            @Nullable Type<?> type) {}

    private final @Nullable EmptyValues emptyValues;
    private final EmptyValues.@Nullable Trim trim;
    private final boolean forced;
    private final Surroundings around;

    private CastOptions(
            @Nullable EmptyValues emptyValues, EmptyValues.@Nullable Trim trim, boolean forced, Surroundings around) {
        this.emptyValues = emptyValues;
        this.trim = trim;
        this.forced = forced;
        this.around = around;
    }

    /** Returns options with another policy of what counts as empty. */
    public CastOptions emptyValues(EmptyValues policy) {
        return new CastOptions(policy, trim, forced, around);
    }

    /** Returns options that trim text differently before they ask whether it is empty. */
    public CastOptions trim(EmptyValues.Trim how) {
        return new CastOptions(emptyValues, how, forced, around);
    }

    /** Returns options that make a change of every given param, even one that is equal to what is there. */
    public CastOptions force() {
        return new CastOptions(emptyValues, trim, true, around);
    }

    /** Returns options whose function gives the text of a failed cast, or null for the usual one. */
    public CastOptions message(BiFunction<Field<?, ?>, Map<String, Object>, @Nullable String> texts) {
        return new CastOptions(emptyValues, trim, forced, new Surroundings(texts, around.limits(), around.type()));
    }

    /** Returns options with other bounds on params. */
    public CastOptions limits(Limits bounds) {
        return new CastOptions(emptyValues, trim, forced, new Surroundings(around.message(), bounds, around.type()));
    }

    /** Returns options by which values are cast by another type than their field's. */
    CastOptions as(Type<?> type) {
        return new CastOptions(emptyValues, trim, forced, new Surroundings(around.message(), around.limits(), type));
    }

    /** Returns the type by which the values of a field are cast. */
    Type<?> typeOr(Type<?> own) {
        Type<?> other = around.type();
        return other == null ? own : other;
    }

    /** Returns how text is trimmed; unless a call says, the policy does, and bytes are not text to it. */
    EmptyValues.Trim trim(boolean isText) {
        if (trim != null) {
            return trim;
        }
        if (!isText) {
            return EmptyValues.Trim.NONE;
        }
        return emptyValues == null ? EmptyValues.Trim.LEADING : emptyValues.trim();
    }

    /** Returns the policy that was chosen, or null for the changeset's own. */
    @Nullable EmptyValues emptyValues() {
        return emptyValues;
    }

    boolean isForced() {
        return forced;
    }

    @Nullable String message(Field<?, ?> field, Map<String, Object> arguments) {
        BiFunction<Field<?, ?>, Map<String, Object>, @Nullable String> texts = around.message();
        return texts == null ? null : texts.apply(field, arguments);
    }

    /** Returns the bounds that were chosen, or null for the changeset's own. */
    @Nullable Limits limits() {
        return around.limits();
    }
}
