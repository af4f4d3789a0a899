package dev.ectype.examples.directory.csv;

/** A file that cannot be read as people; the message is one sentence that names the file, the line and the remedy. */
public final class UnreadableCsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableCsvException(String sentence) {
        super(sentence);
    }

    UnreadableCsvException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
