package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the input an error stands: field names, list indexes and map keys, outermost first. The empty path is the
 * whole input. Immutable.
 *
 * @param segments the steps
 */
public record Path(List<Segment> segments) {

    /** The whole input. */
    public static final Path ROOT = new Path(List.of());

    /** One step of a path. */
    public sealed interface Segment {
        /** Returns the name, index or key as text. */
        String text();
    }

    /** A step to a field. */
    public record Name(String text) implements Segment {}

    /** A step to an element of a list. */
    public record Index(int index) implements Segment {
        @Override
        public String text() {
            return Integer.toString(index);
        }
    }

    /** A step to the value of a key in a map. */
    public record Key(String text) implements Segment {}

    /** Copies the segments. */
    public Path {
        segments = List.copyOf(segments);
    }

    /** Returns the path of one field. */
    public static Path of(String name) {
        return new Path(List.of(new Name(name)));
    }

    /** Returns the path one field further in. */
    public Path name(String name) {
        return plus(new Name(name));
    }

    /** Returns the path one list element further in. */
    public Path index(int index) {
        return plus(new Index(index));
    }

    /** Returns the path one map key further in. */
    public Path key(String key) {
        return plus(new Key(key));
    }

    /** Returns the path one step further in. */
    public Path plus(Segment segment) {
        List<Segment> longer = new ArrayList<>(segments.size() + 1);
        longer.addAll(segments);
        longer.add(segment);
        return new Path(longer);
    }

    /** Returns the path of {@code inner} as seen from where this one starts. */
    public Path plus(Path inner) {
        List<Segment> longer = new ArrayList<>(segments.size() + inner.segments.size());
        longer.addAll(segments);
        longer.addAll(inner.segments);
        return new Path(longer);
    }

    /** Returns the path below a value: integers of {@code steps} are list indexes, everything else a map key. */
    public Path below(List<?> steps) {
        Path path = this;
        for (Object step : steps) {
            path = step instanceof Integer index ? path.index(index) : path.key(String.valueOf(step));
        }
        return path;
    }

    /** Tells whether this is the path of that one field. */
    public boolean isField(String name) {
        return segments.size() == 1
                && segments.get(0) instanceof Name step
                && step.text().equals(name);
    }

    /** Returns the name of the outermost field, or an empty text for the whole input. */
    public String field() {
        return segments.isEmpty() ? "" : segments.get(0).text();
    }

    /** Returns the path as people read it: {@code items[0].name}. */
    @Override
    public String toString() {
        return dotted();
    }

    /** Returns the path as people read it: {@code items[0].name}. */
    public String dotted() {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            if (!(segment instanceof Name) && segment instanceof Index index) {
                out.append('[').append(index.index()).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(segment.text());
            }
        }
        return out.toString();
    }

    /** Returns the name that an HTML form gives the input: {@code items[0][name]}. */
    public String formName() {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            out.append(out.isEmpty() ? segment.text() : "[" + segment.text() + "]");
        }
        return out.toString();
    }

    /** Returns the path as a JSON Pointer (RFC 6901): {@code /items/0/name}; empty for the whole input. */
    public String pointer() {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            out.append('/').append(segment.text().replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }
}
