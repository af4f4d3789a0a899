package dev.ectype.types.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored slots of a record, in order: what an adapter needs to know to read and write one. Immutable.
 */
public final class Layout {

    /**
     * One stored value of a record.
     *
     * @param name the field's name, as users and errors say it
     * @param source the name in the store
     * @param storage the neutral kind
     */
    public record Slot(String name, String source, Storage storage) {}

    private final List<Slot> slots;
    private final Optional<String> tag;
    private final Map<String, Integer> bySource;

    /** Creates a layout; the sources must differ. */
    public Layout(List<Slot> slots) {
        this(slots, null);
    }

    /** Creates the layout of one of several kinds of record, written with {@code tag} beside its slots. */
    public Layout(List<Slot> slots, @Nullable String tag) {
        this.slots = List.copyOf(slots);
        this.tag = Optional.ofNullable(tag);
        this.bySource = new HashMap<>();
        for (int i = 0; i < this.slots.size(); i++) {
            String source = this.slots.get(i).source();
            if (bySource.put(source, i) != null) {
                throw new IllegalArgumentException(
                        "two fields are stored as '" + source + "': give one of them another source");
            }
        }
    }

    /** Returns the slots in order. */
    public List<Slot> slots() {
        return slots;
    }

    /** Returns one slot. */
    public Slot slot(int index) {
        return slots.get(index);
    }

    /** Returns how many slots there are. */
    public int size() {
        return slots.size();
    }

    /** Returns the index of the slot with that name in the store, or -1. */
    public int indexOfSource(String source) {
        Integer found = bySource.get(source);
        return found == null ? -1 : found;
    }

    /** Returns the tag that tells this layout from its siblings, if it has siblings ({@link Storage.OneOf}). */
    public Optional<String> tag() {
        return tag;
    }
}
