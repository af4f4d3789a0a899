package dev.ectype.changeset;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is declared of all fields of a shape at once; what a field declares itself goes before. Immutable. */
public final class ShapeOptions {
    /** Nothing beside what each field declares. */
    public static final ShapeOptions DEFAULT = new ShapeOptions(null, false, null);

    private final @Nullable UnaryOperator<String> sources;
    private final boolean redacted;
    private final @Nullable WritableViolation violation;

    private ShapeOptions(
            @Nullable UnaryOperator<String> sources, boolean redacted, @Nullable WritableViolation violation) {
        this.sources = sources;
        this.redacted = redacted;
        this.violation = violation;
    }

    /** Returns options by which every field's name in the store is made from its name. */
    public ShapeOptions sourcesBy(UnaryOperator<String> mapper) {
        return new ShapeOptions(mapper, redacted, violation);
    }

    /** Returns options by which every value is secret but the primary key and fields declared {@code shown()}. */
    public ShapeOptions redactedExceptKeys() {
        return new ShapeOptions(sources, true, violation);
    }

    /** Returns options that say what becomes of values that the store may not be given. */
    public ShapeOptions onWritableViolation(WritableViolation then) {
        return new ShapeOptions(sources, redacted, then);
    }

    /** Returns what is so of a field of that name with settings of its own. */
    FieldSettings applyTo(String name, FieldSettings own) {
        WritableViolation then = own.saysWritableViolation() ? null : violation;
        FieldSettings all = then == null ? own : own.withWritableViolation(then);
        if (redacted && !own.isPrimaryKey() && !own.has(FieldSettings.Flag.SHOWN)) {
            all = all.with(FieldSettings.Flag.REDACTED);
        }
        String source = sources == null ? name : sources.apply(name);
        return own.source().isPresent() || source.equals(name) ? all : all.withSource(source);
    }
}
