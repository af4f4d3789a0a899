package dev.ectype.benchmarks.dynamo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is mapped.
 *
 * @param id the key
 * @param name a text
 * @param count a number
 * @param weight a number
 * @param paid a truth value
 * @param tags texts
 * @param sizes numbers by name
 */
public record Parcel(
        String id,
        @Nullable String name,
        @Nullable Integer count,
        @Nullable Long weight,
        @Nullable Boolean paid,
        @Nullable List<String> tags,
        @Nullable Map<String, Integer> sizes) {}
