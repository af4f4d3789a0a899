package dev.ectype.adapter.mongo.internal.query;

/** Ends the translation of a part that the store does not do exactly; the reason goes into the verdict. */
final class Untranslatable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Untranslatable(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    /** Costs nothing: nobody reads where a part was refused. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it does nothing
    public Throwable fillInStackTrace() {
        return this;
    }
}
