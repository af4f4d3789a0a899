package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one cast of a relation differs from the usual. Immutable.
 *
 * @param <E> the related record
 */
public final class RelationOptions<E> {
    private static final RelationOptions<?> USUAL =
            new RelationOptions<>(new How<>(null, null), new Texts(false, null, null), new Lists(null, null), true);

    record How<E>(@Nullable ChildChangeset<E> plain, ChildChangeset.@Nullable Indexed<E> indexed) {}

    record Texts(
            boolean required,
            @Nullable Message missing,
            @Nullable Message invalid) {}

    record Lists(@Nullable String sort, @Nullable String drop) {}

    private final How<E> how;
    private final Texts texts;
    private final Lists lists;
    private final boolean forcing;

    private RelationOptions(How<E> how, Texts texts, Lists lists, boolean forcing) {
        this.how = how;
        this.texts = texts;
        this.lists = lists;
        this.forcing = forcing;
    }

    @SuppressWarnings("unchecked") // holds nothing of any record
    static <E> RelationOptions<E> usual() {
        return (RelationOptions<E>) USUAL;
    }

    /** Returns options with another way of casting a related record than the declared one. */
    public RelationOptions<E> with(ChildChangeset<E> child) {
        return new RelationOptions<>(new How<>(child, null), texts, lists, forcing);
    }

    /** Returns options with a way of casting a related record that is told its position; for relations to many. */
    public RelationOptions<E> withIndexed(ChildChangeset.Indexed<E> child) {
        return new RelationOptions<>(new How<>(null, child), texts, lists, forcing);
    }

    /** Returns options by which there must be a related record. */
    public RelationOptions<E> required() {
        return new RelationOptions<>(how, new Texts(true, texts.missing(), texts.invalid()), lists, forcing);
    }

    /** Returns options with a text of its own where there must be a related record but is none. */
    public RelationOptions<E> requiredMessage(Message message) {
        return new RelationOptions<>(how, new Texts(texts.required(), message, texts.invalid()), lists, forcing);
    }

    /** Returns options with a text of its own for params that are no such records. */
    public RelationOptions<E> invalidMessage(Message message) {
        return new RelationOptions<>(how, new Texts(texts.required(), texts.missing(), message), lists, forcing);
    }

    /** Returns options with the param that lists the keys of the related records in their order. */
    public RelationOptions<E> sortParam(String name) {
        return new RelationOptions<>(how, texts, new Lists(name, lists.drop()), forcing);
    }

    /** Returns options with the param that lists the keys of the related records to leave out. */
    public RelationOptions<E> dropParam(String name) {
        return new RelationOptions<>(how, texts, new Lists(lists.sort(), name), forcing);
    }

    /** Returns options that say whether the owner counts as changed when a related record is; it does unless told. */
    public RelationOptions<E> forceUpdateOnChange(boolean yes) {
        return new RelationOptions<>(how, texts, lists, yes);
    }

    /** Tells whether nothing was said. */
    boolean isUsual() {
        return this == USUAL;
    }

    How<E> how() {
        return how;
    }

    Texts texts() {
        return texts;
    }

    Optional<String> sort() {
        return Optional.ofNullable(lists.sort());
    }

    Optional<String> drop() {
        return Optional.ofNullable(lists.drop());
    }

    boolean isForcing() {
        return forcing;
    }
}
