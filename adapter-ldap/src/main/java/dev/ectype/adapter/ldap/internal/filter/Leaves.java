package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.server.MatchKind;
import dev.ectype.adapter.ldap.mapping.LdapColumn.Comparison;
import dev.ectype.types.stored.Storage;

/** The filters of one attribute that others are made of, and how far its matching rules can be trusted. */
final class Leaves {
    private static final String MANY = "an entry may have values beside the one that shows";
    private final AttributeColumn column;
    private final Storage storage;
    private final String name;

    /** Makes filters for values of one kind: those of the column, or its elements. */
    Leaves(AttributeColumn column, Storage storage) {
        this.column = column;
        this.storage = storage;
        this.name = column.attribute();
    }

    Storage storage() {
        return storage;
    }

    AttributeColumn column() {
        return column;
    }

    Filter present() {
        return Filter.createPresenceFilter(name);
    }

    Filter absent() {
        return Filter.createNOTFilter(present());
    }

    Filter equal(Object value) {
        return Filter.createEqualityFilter(name, column.encodeElement(value).getValue());
    }

    Filter atLeast(Object value) {
        return Filter.createGreaterOrEqualFilter(
                name, column.encodeElement(value).getValue());
    }

    Filter atMost(Object value) {
        return Filter.createLessOrEqualFilter(name, column.encodeElement(value).getValue());
    }

    /** Tells whether the server's equality is the one that queries mean. */
    boolean isExact() {
        MatchKind match = column.facts().match();
        if (storage == Storage.Scalar.TEXT) {
            return match == MatchKind.OCTETS || isByDirectory();
        }
        boolean wholeDays = match == MatchKind.TIME_TO_MILLIS && storage == Storage.Scalar.DATE;
        return match.isExact() || wholeDays || isByDirectory();
    }

    boolean isByDirectory() {
        return column.column().comparison() == Comparison.BY_DIRECTORY
                && column.facts().match() != MatchKind.NONE;
    }

    /** Tells whether a record shows every value that an entry has. */
    boolean showsAll() {
        return column.isScalar() || column.values() != AttributeColumn.Values.ONE;
    }

    String whyNotExact() {
        return showsAll() ? "the attribute's matching rule takes for equal what differs in case, spaces or form" : MANY;
    }

    /** Finds entries of which a value matches; of one value, or of those that are shown. */
    Side found(Filter filter) {
        return isExact() && showsAll() ? Side.exact(filter) : Side.near(filter, whyNotExact());
    }

    /** Finds entries that have values, none of which matches; more if the server matches too much. */
    Side notFound(Filter filter) {
        return isExact() && showsAll()
                ? Side.exact(Filter.createANDFilter(present(), Filter.createNOTFilter(filter)))
                : Side.loose(present(), whyNotExact());
    }

    Bounds test(Filter filter) {
        return new Bounds(found(filter), notFound(filter));
    }

    /** False of every entry that has a value. */
    Bounds never() {
        return new Bounds(Side.NOTHING, Side.exact(present()));
    }

    /** Could be true or false of any entry that has a value. */
    Bounds anything(String why) {
        return new Bounds(Side.loose(present(), why), Side.loose(present(), why));
    }
}
