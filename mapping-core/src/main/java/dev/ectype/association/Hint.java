package dev.ectype.association;

/** What is said of related records that were not read. */
final class Hint {
    private Hint() {}

    static String text(String association) {
        return "not loaded" + (association.isEmpty() ? "" : " (preload " + association + ")");
    }
}
