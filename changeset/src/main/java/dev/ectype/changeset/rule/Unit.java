package dev.ectype.changeset.rule;

/** What a length counts. */
public enum Unit {
    /** Characters as people see them (grapheme clusters). */
    GRAPHEMES,
    /** Unicode code points. */
    CODE_POINTS,
    /** Bytes of UTF-8. */
    BYTES
}
