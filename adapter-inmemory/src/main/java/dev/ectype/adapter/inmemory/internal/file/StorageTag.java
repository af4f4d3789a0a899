package dev.ectype.adapter.inmemory.internal.file;

/** The bytes that tell what kind a slot has. */
final class StorageTag {
    static final int SCALAR = 0;
    static final int LIST = 1;
    static final int SET = 2;
    static final int MAP = 3;
    static final int EMBEDDED = 4;
    static final int ONE_OF = 5;

    private StorageTag() {}
}
