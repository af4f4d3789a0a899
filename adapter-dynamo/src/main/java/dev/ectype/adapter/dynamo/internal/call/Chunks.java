package dev.ectype.adapter.dynamo.internal.call;

import java.util.ArrayList;
import java.util.List;

/** Lists in parts that fit into one request. */
public final class Chunks {
    private Chunks() {}

    /** Returns views of a list, each of so many elements, the last one of fewer; none of an empty list. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }
}
