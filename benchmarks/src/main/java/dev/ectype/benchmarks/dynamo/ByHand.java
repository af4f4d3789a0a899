package dev.ectype.benchmarks.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody would write without a mapper. */
final class ByHand {
    private ByHand() {}

    static Parcel read(Map<String, AttributeValue> item) {
        AttributeValue name = item.get("name");
        AttributeValue count = item.get("count");
        AttributeValue weight = item.get("weight");
        AttributeValue paid = item.get("paid");
        return new Parcel(
                Objects.requireNonNull(item.get("id")).s(),
                name == null ? null : name.s(),
                count == null ? null : Integer.valueOf(count.n()),
                weight == null ? null : Long.valueOf(weight.n()),
                paid == null ? null : paid.bool(),
                tags(item.get("tags")),
                sizes(item.get("sizes")));
    }

    private static @Nullable List<String> tags(@Nullable AttributeValue stored) {
        if (stored == null) {
            return null;
        }
        List<String> tags = new ArrayList<>(stored.l().size());
        stored.l().forEach(tag -> tags.add(tag.s()));
        return tags;
    }

    private static @Nullable Map<String, Integer> sizes(@Nullable AttributeValue stored) {
        if (stored == null) {
            return null;
        }
        Map<String, Integer> sizes = new HashMap<>();
        stored.m().forEach((key, size) -> sizes.put(key, Integer.valueOf(size.n())));
        return sizes;
    }

    static Map<String, AttributeValue> write(Parcel parcel) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", AttributeValue.createS(parcel.id()));
        putUnlessNull(item, "name", parcel.name() == null ? null : AttributeValue.createS(parcel.name()));
        putUnlessNull(
                item,
                "count",
                parcel.count() == null
                        ? null
                        : AttributeValue.createN(parcel.count().toString()));
        putUnlessNull(
                item,
                "weight",
                parcel.weight() == null
                        ? null
                        : AttributeValue.createN(parcel.weight().toString()));
        putUnlessNull(item, "paid", parcel.paid() == null ? null : AttributeValue.createBool(parcel.paid()));
        if (parcel.tags() != null) {
            List<AttributeValue> tags = new ArrayList<>(parcel.tags().size());
            parcel.tags().forEach(tag -> tags.add(AttributeValue.createS(tag)));
            item.put("tags", AttributeValue.createL(tags));
        }
        if (parcel.sizes() != null) {
            Map<String, AttributeValue> sizes = new HashMap<>();
            parcel.sizes().forEach((key, size) -> sizes.put(key, AttributeValue.createN(size.toString())));
            item.put("sizes", AttributeValue.createM(sizes));
        }
        return item;
    }

    private static void putUnlessNull(Map<String, AttributeValue> item, String name, @Nullable AttributeValue value) {
        if (value != null) {
            item.put(name, value);
        }
    }
}
