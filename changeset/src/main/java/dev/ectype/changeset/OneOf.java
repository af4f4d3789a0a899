package dev.ectype.changeset;

import dev.ectype.types.LoadException;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shape of several kinds of record under one sealed interface, told apart by a param and a stored text of one name. It
 * is for embeds alone. Which kind a record is shows in its class; which a request means, in the tag. Immutable.
 *
 * @param <E> the sealed interface
 */
public final class OneOf<E> extends Shape<E> {
    private final String tag;
    private final Map<String, Kind<E, ?>> kinds;

    private record Kind<E, K extends E>(Class<K> type, Shape<K> shape, ChildChangeset<K> changeset) {}

    private OneOf(Class<E> type, String tag, Map<String, Kind<E, ?>> kinds) {
        super(new Sealed<>(type));
        this.tag = tag;
        this.kinds = kinds;
    }

    /** Starts the shape of a sealed interface whose records {@code tag} tells apart. */
    public static <E> OneOf<E> of(Class<E> type, String tag) {
        if (!type.isSealed()) {
            throw new IllegalArgumentException(
                    type.getName() + " is not sealed: name an interface that lists its records");
        }
        return new OneOf<>(type, tag, Map.of());
    }

    /** Returns the shape with one more kind of record, known by the tag's value. */
    public <K extends E> OneOf<E> with(String value, Class<K> type, Shape<K> shape, ChildChangeset<K> changeset) {
        Map<String, Kind<E, ?>> more = new LinkedHashMap<>(kinds);
        if (more.put(value, new Kind<>(type, shape, changeset)) != null) {
            throw new IllegalArgumentException("two kinds of " + name() + " have the tag '" + value + "'");
        }
        return new OneOf<>(recordClassOf(), tag, more);
    }

    @SuppressWarnings("unchecked") // the class was given as that of E
    private Class<E> recordClassOf() {
        return (Class<E>) recordClass();
    }

    /** Returns the name of the param and of the stored text that tell the kinds apart. */
    public String tag() {
        return tag;
    }

    /** Returns the values of the tag, in the order of declaration. */
    public List<String> values() {
        return List.copyOf(kinds.keySet());
    }

    /** Returns the shape of the records with that tag, if there are any. */
    public Optional<Shape<? extends E>> shape(String value) {
        Kind<E, ?> kind = kinds.get(value);
        return kind == null ? Optional.empty() : Optional.of(kind.shape());
    }

    /** Returns the tag of a record. */
    public String valueOf(E data) {
        return entryOf(data).getKey();
    }

    private Map.Entry<String, Kind<E, ?>> entryOf(E data) {
        checkComplete();
        for (Map.Entry<String, Kind<E, ?>> entry : kinds.entrySet()) {
            if (entry.getValue().type().isInstance(data)) {
                return entry;
            }
        }
        throw new IllegalArgumentException(
                data.getClass().getName() + " is no kind of " + name() + ": add it by with(...)");
    }

    private void checkComplete() {
        List<String> missing = new ArrayList<>();
        for (Class<?> permitted : recordClass().getPermittedSubclasses()) {
            if (kinds.values().stream().noneMatch(kind -> kind.type() == permitted)) {
                missing.add(permitted.getSimpleName());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the shape of " + name() + " lacks " + String.join(", ", missing) + ": add each by with(...)");
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the kind was found by the record's class
    Shape<E> kindOf(E data) {
        return (Shape<E>) entryOf(data).getValue().shape();
    }

    @Override
    @SuppressWarnings("unchecked") // a changeset of a kind stands where one of the interface does
    @Nullable Shape<E> kindOf(Map<String, ?> params) {
        checkComplete();
        Object value = params.get(tag);
        Kind<E, ?> kind = value instanceof String text ? kinds.get(text) : null;
        return kind == null ? null : (Shape<E>) kind.shape();
    }

    @Override
    @SuppressWarnings("unchecked") // a changeset of a kind stands where one of the interface does
    @Nullable ChildChangeset<E> changesetOf(Shape<E> kindShape) {
        for (Kind<E, ?> kind : kinds.values()) {
            if (kind.shape() == (Shape<?>) kindShape) {
                return (ChildChangeset<E>) kind.changeset();
            }
        }
        return null;
    }

    @Override
    Map<String, ?> withoutTag(Map<String, ?> values) {
        Map<String, Object> others = new LinkedHashMap<>(values);
        others.remove(tag);
        return others;
    }

    @Override
    boolean isOwn(Plan<?> plan) {
        return kinds.values().stream().anyMatch(kind -> kind.shape().plan() == plan);
    }

    @Override
    Storage storage() {
        Map<String, Supplier<Layout>> layouts = new LinkedHashMap<>();
        kinds.forEach((value, kind) ->
                layouts.put(value, () -> kind.shape().stored(value).layout()));
        return new Storage.OneOf(tag, layouts);
    }

    @Override
    Row dumpEmbedded(E data) {
        Map.Entry<String, Kind<E, ?>> entry = entryOf(data);
        return dump(entry.getValue(), entry.getKey(), data);
    }

    private static <E, K extends E> Row dump(Kind<E, K> kind, String value, E data) {
        return kind.shape().stored(value).dump(kind.type().cast(data), true);
    }

    @Override
    E loadEmbedded(Row row) {
        String value = row.layout().tag().orElse("");
        Kind<E, ?> kind = kinds.get(value);
        if (kind == null) {
            throw new LoadException("expected a kind of " + name() + " but its tag is unknown");
        }
        return kind.shape().stored(value).load(row, true);
    }

    /** The construction of what is never constructed itself. */
    private record Sealed<E>(Class<E> type) implements Construction<E> {
        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public Binding<E> bind(List<? extends Field<E, ?>> fields) {
            throw new IllegalStateException(
                    name() + " is several kinds of record: cast and change one of them, or embed it");
        }
    }
}
