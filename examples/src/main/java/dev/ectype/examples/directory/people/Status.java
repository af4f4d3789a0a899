package dev.ectype.examples.directory.people;

import java.util.Locale;

/** Where somebody stands with the organisation. */
public enum Status {
    /** Takes part. */
    ACTIVE,
    /** Was asked, and has not answered. */
    INVITED,
    /** Takes part no more. */
    LEFT;

    /** Returns the word for it in files and stores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
