package dev.ectype.benchmarks.mongo;

/** One way from BSON bytes to a record and back. */
interface Mapper<T> {
    T read(byte[] bytes);

    byte[] write(T value);
}
