package dev.ectype.adapter.mongo.internal.source;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.MapKeys;
import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.FieldPath.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where paths begin, and the names of their steps in the store: at a row of a collection, at an element of a list, or at
 * a row of a result.
 *
 * @param formats the formats of values
 * @param root the format of the rows whose slots have names of their own; null where each is stored as its source
 * @param variable what expressions begin with to mean the beginning: {@code $} or {@code $$name.}
 */
public record Scope(Formats formats, @Nullable RowFormat root, String variable) {
    /** The variable of the element that an expression over a list is about. */
    public static final String ELEMENT = "e";

    static Scope ofRows(MongoSource source) {
        return new Scope(source.formats(), source.format(), "$");
    }

    /** Returns the scope of result rows stored in a format of their own. */
    public static Scope ofResults(Formats formats, RowFormat format) {
        return new Scope(formats, format, "$");
    }

    /** Returns the scope of the elements of a list. */
    public Scope ofElements() {
        return new Scope(formats, null, "$$" + ELEMENT + ".");
    }

    /** Tells whether paths begin at an element of a list. */
    public boolean isOfElements() {
        return variable.startsWith("$$");
    }

    /** Returns the path as filters, updates and sort keys say it; empty for the element itself. */
    public String path(FieldPath path) {
        List<Step> steps = path.steps();
        return steps.stream().map(step -> name(step, step == steps.get(0))).collect(Collectors.joining("."));
    }

    /** Returns the format of the values at the end of a path. */
    public Format format(FieldPath path) {
        if (root == null || !(path.steps().get(0) instanceof Slot field)) {
            return formats.of(path.storage());
        }
        return path.isTopLevel() ? root.format(field.index()) : inside(root.format(field.index()), path);
    }

    private Format inside(Format field, FieldPath path) {
        Format otherwise = formats.of(path.storage());
        boolean isElement = path.steps().size() == 2 && path.steps().get(1) instanceof Position;
        return isElement ? field.element(otherwise) : otherwise;
    }

    /** Tells whether a step of the path is a position in a list, which filters cannot tell from a name. */
    public static boolean hasPosition(FieldPath path) {
        return path.steps().stream().anyMatch(Position.class::isInstance);
    }

    private String name(Step step, boolean first) {
        if (step instanceof Slot slot) {
            return first && root != null ? root.path(slot.index()) : MapKeys.escape(slot.source());
        }
        return step instanceof Position position
                ? Integer.toString(position.index())
                : MapKeys.escape(((FieldPath.Key) step).key());
    }
}
