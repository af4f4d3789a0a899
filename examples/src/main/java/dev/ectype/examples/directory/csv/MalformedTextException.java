package dev.ectype.examples.directory.csv;

import java.io.IOException;

/** Bytes that are not UTF-8 text; the message says what they may be instead. */
final class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedTextException(long line, String message) {
        super(message);
        this.line = line;
    }

    long line() {
        return line;
    }
}
