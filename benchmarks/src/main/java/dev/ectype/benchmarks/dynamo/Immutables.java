package dev.ectype.benchmarks.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** The Enhanced Client's schema of immutable items, its fastest, over the same record. */
final class Immutables {

    /** What the schema collects a parcel in. */
    static final class Builder {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable Integer count;
        private @Nullable Long weight;
        private @Nullable Boolean paid;
        private @Nullable List<String> tags;
        private @Nullable Map<String, Integer> sizes;

        Parcel build() {
            return new Parcel(Objects.requireNonNull(id), name, count, weight, paid, tags, sizes);
        }
    }

    private Immutables() {}

    static TableSchema<Parcel> schema() {
        return StaticImmutableTableSchema.builder(Parcel.class, Builder.class)
                .newItemBuilder(Builder::new, Builder::build)
                .addAttribute(
                        String.class,
                        a -> a.name("id")
                                .getter(Parcel::id)
                                .setter((to, value) -> to.id = value)
                                .tags(StaticAttributeTags.primaryPartitionKey()))
                .addAttribute(
                        String.class, a -> a.name("name").getter(Parcel::name).setter((to, value) -> to.name = value))
                .addAttribute(
                        Integer.class,
                        a -> a.name("count").getter(Parcel::count).setter((to, value) -> to.count = value))
                .addAttribute(
                        Long.class,
                        a -> a.name("weight").getter(Parcel::weight).setter((to, value) -> to.weight = value))
                .addAttribute(
                        Boolean.class, a -> a.name("paid").getter(Parcel::paid).setter((to, value) -> to.paid = value))
                .addAttribute(
                        EnhancedType.listOf(String.class),
                        a -> a.name("tags").getter(Parcel::tags).setter((to, value) -> to.tags = value))
                .addAttribute(
                        EnhancedType.mapOf(String.class, Integer.class),
                        a -> a.name("sizes").getter(Parcel::sizes).setter((to, value) -> to.sizes = value))
                .build();
    }
}
