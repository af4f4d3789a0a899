package dev.ectype.spi;

/** What an adapter made of a query, opaque to the core. Immutable; it may be run several times. */
public interface NativePlan {

    /** How the store finds the rows. */
    enum Access {
        /** By a complete primary key, or several. */
        KEY,
        /** By an index, or a part of the key, so that the cost grows with what is found. */
        INDEX,
        /** By reading everything; refused unless the caller allows it. */
        SCAN
    }

    /** Returns how the rows are found. */
    Access access();

    /** Returns the native request as text, with a placeholder for every value; it may have several lines. */
    String explain();
}
