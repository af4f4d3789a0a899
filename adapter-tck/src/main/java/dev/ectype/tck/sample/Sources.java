package dev.ectype.tck.sample;

import static dev.ectype.types.stored.Storage.Scalar.INT32;
import static dev.ectype.types.stored.Storage.Scalar.INT64;
import static dev.ectype.types.stored.Storage.Scalar.TEXT;

import dev.ectype.spi.Source;
import dev.ectype.spi.Source.Index;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Embedded;
import dev.ectype.types.stored.Storage.ListOf;
import dev.ectype.types.stored.Storage.MapOf;
import dev.ectype.types.stored.Storage.SetOf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sources that the contract tests work with. Each call returns a new one. */
public final class Sources {
    /** The unique index of {@link #people}. */
    public static final String MAIL_INDEX = "people_mail";

    /** The compound unique index of {@link #accounts}. */
    public static final String NUMBER_INDEX = "accounts_tenant_number";

    /** The unique index of {@link #accounts} on one field. */
    public static final String IBAN_INDEX = "accounts_iban";

    private static final Layout GEO = new Layout(List.of(slot("lat", INT32), slot("lon", INT32)));
    private static final Layout ADDRESS = new Layout(
            List.of(slot("street", TEXT), new Slot("city", "l", TEXT), slot("zip", INT32), slot("geo", embedded(GEO))));
    private static final Layout LINE =
            new Layout(List.of(slot("sku", TEXT), slot("qty", INT32), slot("tags", new ListOf(TEXT))));
    private static final Layout CIRCLE = new Layout(List.of(slot("radius", INT32), slot("label", TEXT)), "circle");
    private static final Layout SQUARE = new Layout(List.of(slot("label", TEXT), slot("side", INT32)), "square");

    private Sources() {}

    /** People: a text key, a name stored as {@code cn}, an indexed age, a unique mail, a city, a version. */
    public static Source people() {
        Layout layout = new Layout(List.of(
                slot("id", TEXT),
                new Slot("name", "cn", TEXT),
                slot("age", INT32),
                slot("mail", TEXT),
                slot("city", TEXT),
                slot("version", INT64)));
        return source("people", layout, 1, index(layout, "people_age", "age"), unique(layout, MAIL_INDEX, "mail"));
    }

    /** Memberships: a key of a text and a number, and a role. */
    public static Source memberships() {
        return source(
                "memberships",
                new Layout(List.of(slot("org", TEXT), slot("member", INT64), slot("role", TEXT), slot("rank", INT32))),
                2);
    }

    /** Accounts: one unique index on two fields, one on a field of its own. */
    public static Source accounts() {
        Layout layout =
                new Layout(List.of(slot("id", TEXT), slot("tenant", TEXT), slot("number", INT32), slot("iban", TEXT)));
        return source(
                "accounts",
                layout,
                1,
                unique(layout, NUMBER_INDEX, "tenant", "number"),
                unique(layout, IBAN_INDEX, "iban"));
    }

    /** Records with a key and one value of the kind. */
    public static Source holding(Storage storage) {
        String name = storage instanceof Storage.Scalar scalar
                ? scalar.name()
                : storage.getClass().getSimpleName();
        return source(
                "kept_" + name.toLowerCase(Locale.ROOT),
                new Layout(List.of(slot("id", TEXT), slot("value", storage), slot("other", storage))),
                1);
    }

    /** Records with a key of the kind. */
    public static Source keyedBy(Storage.Scalar storage) {
        return source(
                "keyed_" + storage.name().toLowerCase(Locale.ROOT),
                new Layout(List.of(slot("id", storage), slot("name", TEXT))),
                1);
    }

    /** Orders: an embedded address with an embedded position in it, and lines as a list of records. */
    public static Source orders() {
        return source(
                "orders",
                new Layout(List.of(
                        slot("id", TEXT),
                        slot("address", embedded(ADDRESS)),
                        slot("lines", new ListOf(embedded(LINE))))),
                1);
    }

    /** Items: lists of texts and of numbers. */
    public static Source items() {
        return source(
                "items",
                new Layout(
                        List.of(slot("id", TEXT), slot("tags", new ListOf(TEXT)), slot("ratings", new ListOf(INT32)))),
                1);
    }

    /** Marked records: sets of texts and of numbers. */
    public static Source marked() {
        return source(
                "marked",
                new Layout(List.of(slot("id", TEXT), slot("marks", new SetOf(TEXT)), slot("codes", new SetOf(INT32)))),
                1);
    }

    /** Scored records: maps of numbers. */
    public static Source scored() {
        return source("scored", new Layout(List.of(slot("id", TEXT), slot("scores", new MapOf(INT32)))), 1);
    }

    /** Drawings: a figure that is a circle or a square. */
    public static Source drawings() {
        return source("drawings", new Layout(List.of(slot("id", TEXT), slot("figure", figure()))), 1);
    }

    /** Stored names that are words of query languages. */
    public static Source reserved() {
        return named("select", "group", "order", "size", "value", "type", "_id", "key");
    }

    /** Stored names with characters that mean something in paths. */
    public static Source dotted() {
        return named("a.b", "$set", "with space", "#name", ":value", "quote'\"", "back\\slash");
    }

    private static Source named(String... sources) {
        Slot[] slots = new Slot[sources.length + 1];
        slots[0] = slot("id", TEXT);
        for (int i = 0; i < sources.length; i++) {
            slots[i + 1] = new Slot("field" + i, sources[i], TEXT);
        }
        return source("named_" + sources.length, new Layout(List.of(slots)), 1);
    }

    /** Events, which have no key. */
    public static Source events() {
        return source("events", new Layout(List.of(slot("kind", TEXT), slot("count", INT32))), 0);
    }

    /** Returns the same source in a namespace. */
    public static Source in(String prefix, Source source) {
        return new Source(
                source.name(), Optional.of(prefix), source.layout(), source.key(), source.indexes(), source.hints());
    }

    /** The kind of a drawing's figure. */
    public static Storage.OneOf figure() {
        return new Storage.OneOf("kind", Map.of("circle", () -> CIRCLE, "square", () -> SQUARE));
    }

    /** The layout of an address. */
    public static Layout address() {
        return ADDRESS;
    }

    /** The layout of an address's position. */
    public static Layout geo() {
        return GEO;
    }

    /** The layout of an order's line. */
    public static Layout line() {
        return LINE;
    }

    /** A kind of records of a layout. */
    public static Embedded embedded(Layout layout) {
        return new Embedded(() -> layout);
    }

    /** A slot stored under its own name. */
    public static Slot slot(String name, Storage storage) {
        return new Slot(name, name, storage);
    }

    private static Index index(Layout layout, String name, String... fields) {
        return new Index(
                name,
                List.of(fields).stream().map(field -> Paths.of(layout, field)).toList(),
                false);
    }

    private static Index unique(Layout layout, String name, String... fields) {
        return new Index(name, index(layout, name, fields).fields(), true);
    }

    /** Returns a source whose key is its first slots. */
    public static Source source(String name, Layout layout, int keySize, Index... indexes) {
        List<Integer> key = List.of(0, 1).subList(0, keySize);
        return new Source(name, Optional.empty(), layout, key, List.of(indexes), List.of());
    }
}
