package dev.ectype.benchmarks.dynamo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** A parcel as the bean schema of the Enhanced Client wants it. */
@DynamoDbBean
public class ParcelBean {
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable Integer count;
    private @Nullable Long weight;
    private @Nullable Boolean paid;
    private @Nullable List<String> tags;
    private @Nullable Map<String, Integer> sizes;

    /** Returns the key. */
    @DynamoDbPartitionKey
    public @Nullable String getId() {
        return id;
    }

    /** Sets the key. */
    public void setId(@Nullable String value) {
        id = value;
    }

    /** Returns a text. */
    public @Nullable String getName() {
        return name;
    }

    /** Sets a text. */
    public void setName(@Nullable String value) {
        name = value;
    }

    /** Returns a number. */
    public @Nullable Integer getCount() {
        return count;
    }

    /** Sets a number. */
    public void setCount(@Nullable Integer value) {
        count = value;
    }

    /** Returns a number. */
    public @Nullable Long getWeight() {
        return weight;
    }

    /** Sets a number. */
    public void setWeight(@Nullable Long value) {
        weight = value;
    }

    /** Returns a truth value. */
    public @Nullable Boolean getPaid() {
        return paid;
    }

    /** Sets a truth value. */
    public void setPaid(@Nullable Boolean value) {
        paid = value;
    }

    /** Returns texts. */
    public @Nullable List<String> getTags() {
        return tags;
    }

    /** Sets texts. */
    public void setTags(@Nullable List<String> value) {
        tags = value;
    }

    /** Returns numbers by name. */
    public @Nullable Map<String, Integer> getSizes() {
        return sizes;
    }

    /** Sets numbers by name. */
    public void setSizes(@Nullable Map<String, Integer> value) {
        sizes = value;
    }
}
