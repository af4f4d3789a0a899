package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table by the values of some fields. Immutable, but see the trees for owner tokens. */
public sealed interface Index permits OrderedIndex, HashedIndex {

    /** Returns which rows stand in it, and by which values. */
    IndexSpec spec();

    /** Returns an index with one row more, if that is one of its rows. */
    Index with(Row row, @Nullable Object owner);

    /** Returns an index with many rows more, which agree with no other if the index is unique. */
    Index withAll(List<Row> rows);

    /** Returns an index without a row. */
    Index without(Row row, @Nullable Object owner);

    /** Returns an index with one row in the place of another. */
    default Index replaced(Row before, Row after, @Nullable Object owner) {
        boolean inPlace = spec().covers(after) && spec().compare(before, after) == 0;
        return (inPlace ? this : without(before, owner)).with(after, owner);
    }

    /**
     * Returns an index of rows instead of none, built at once.
     *
     * @throws dev.ectype.error.MappingException if two of the rows agree and may not
     */
    Index filled(List<Row> rows);

    /** Returns the row other than {@code except} with which a row may not agree but would, or null. */
    @Nullable Row clashing(Row row, @Nullable Row except);
}
