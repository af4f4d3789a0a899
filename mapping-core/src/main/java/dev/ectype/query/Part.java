package dev.ectype.query;

/** A part of a query that can be {@linkplain Query#exclude left out}. */
public enum Part {
    /** The conditions. */
    WHERE,
    /** The order. */
    ORDER,
    /** The greatest number of records. */
    LIMIT,
    /** The number of records that are passed over. */
    OFFSET,
    /** The namespace. */
    PREFIX,
    /** Another source than the schema's own. */
    SOURCE,
    /** What the caller allows beyond what the store does well. */
    CONSENTS,
    /** The related records that are read with the records. */
    PRELOADS
}
