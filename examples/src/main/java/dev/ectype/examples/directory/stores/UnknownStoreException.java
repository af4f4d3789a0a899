package dev.ectype.examples.directory.stores;

/** A value that means no store; the message is one sentence that says which ones do. */
public final class UnknownStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownStoreException(String sentence) {
        super(sentence);
    }
}
