package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Makes the formats of kinds and layouts, each once. Safe for use by several threads. */
public final class Formats {
    private final FinerTime finer;
    private final Map<Layout, RowFormat> embedded = new ConcurrentHashMap<>();

    /** Creates formats that treat times finer than the millisecond as said. */
    public Formats(FinerTime finer) {
        this.finer = finer;
    }

    /** Returns the format of a kind. */
    public Format of(Storage storage) {
        if (storage instanceof Storage.Scalar scalar) {
            return Scalars.of(scalar, finer);
        }
        if (storage instanceof Storage.ListOf list) {
            return new ListFormat(of(list.element()), false);
        }
        if (storage instanceof Storage.SetOf set) {
            return new ListFormat(of(set.element()), true);
        }
        if (storage instanceof Storage.MapOf map) {
            return new MapFormat(of(map.value()));
        }
        return storage instanceof Storage.OneOf oneOf
                ? new OneOfFormat(oneOf, this)
                : new Late(((Storage.Embedded) storage).layout(), this);
    }

    /** Returns the format of embedded records. */
    public RowFormat embedded(Layout layout) {
        RowFormat known = embedded.get(layout);
        if (known == null) {
            known = new RowFormat(layout, sources(layout), formats(layout, StoredTexts.PLAIN), null);
            embedded.putIfAbsent(layout, known);
        }
        return known;
    }

    /**
     * Returns the format of the rows of a collection: a key of one slot is stored as {@code _id}, one of several as a
     * document there.
     *
     * @param texts which texts are stored as something else
     */
    public RowFormat root(Layout layout, List<Integer> key, StoredTexts texts) {
        List<String> names = sources(layout);
        for (int slot = 0; slot < names.size(); slot++) {
            if (key.size() == 1 && key.get(0) == slot) {
                names.set(slot, KeyPart.NAME);
            } else if (names.get(slot).equals(KeyPart.NAME) && !key.contains(slot)) {
                names.set(slot, MapKeys.aside(KeyPart.NAME));
            }
        }
        return new RowFormat(layout, names, formats(layout, texts), key.size() > 1 ? new KeyPart(key) : null);
    }

    /**
     * Returns the format of result rows whose slots are stored under names of ours.
     *
     * @param texts which of its texts are stored as something else
     */
    public RowFormat named(Layout layout, List<String> names, StoredTexts texts) {
        return new RowFormat(layout, names, formats(layout, texts), null);
    }

    private static List<String> sources(Layout layout) {
        List<String> names = new ArrayList<>();
        layout.slots().forEach(slot -> names.add(MapKeys.escape(slot.source())));
        return names;
    }

    private List<Format> formats(Layout layout, StoredTexts texts) {
        List<Format> formats = new ArrayList<>();
        for (Layout.Slot slot : layout.slots()) {
            formats.add(format(slot, texts));
        }
        return formats;
    }

    private Format format(Layout.Slot slot, StoredTexts texts) {
        if (texts.patterns().contains(slot.source())) {
            return pattern(slot);
        }
        return texts.objectIds().contains(slot.source()) ? objectIds(slot) : of(slot.storage());
    }

    private static Format pattern(Layout.Slot slot) {
        if (slot.storage() != Storage.Scalar.TEXT) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "only a text can be stored as a regular expression",
                    Map.of("store", "MongoDB", "field", slot.name()));
        }
        return new PatternFormat();
    }

    private static Format objectIds(Layout.Slot slot) {
        Storage storage = slot.storage();
        if (storage == Storage.Scalar.TEXT) {
            return new ObjectIdFormat();
        }
        if (storage instanceof Storage.ListOf list && list.element() == Storage.Scalar.TEXT) {
            return new ListFormat(new ObjectIdFormat(), false);
        }
        throw new MappingException(
                MappingException.Kind.USAGE,
                "only a text, or a list of texts, can be stored as an object id",
                Map.of("store", "MongoDB", "field", slot.name()));
    }

    /** An embedded record whose layout is only asked for when one is read or written: it may contain its own kind. */
    private static final class Late implements Format {
        private final Supplier<Layout> layout;
        private final Formats formats;

        /** No lock: whoever does not see it yet looks it up. */
        private @Nullable RowFormat last;

        Late(Supplier<Layout> layout, Formats formats) {
            this.layout = layout;
            this.formats = formats;
        }

        @SuppressWarnings("ReferenceEquality") // the same layout as last time, most often, need not be looked up
        private RowFormat of(Layout wanted) {
            RowFormat known = last;
            if (known == null || known.layout() != wanted) {
                known = formats.embedded(wanted);
                last = known;
            }
            return known;
        }

        @Override
        public void write(Sink sink, Object value) {
            of(value instanceof Row row ? row.layout() : layout.get()).write(sink, value);
        }

        @Override
        public Object read(Intake intake, BsonType type) {
            return of(layout.get()).read(intake, type);
        }
    }
}
