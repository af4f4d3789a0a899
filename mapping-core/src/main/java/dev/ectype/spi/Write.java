package dev.ectype.spi;

/** One write of one row. */
public sealed interface Write permits Insert, Update, Delete {

    /** Returns where the row lives. */
    Source source();

    /** Returns the options of the call. */
    CallOptions options();
}
