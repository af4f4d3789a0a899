package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The attributes that a request asks for. */
final class Projection {
    private Projection() {}

    /** Returns the expression for some slots and the key; null if it is all of them, which needs no expression. */
    static @Nullable String of(DynamoSource source, List<Integer> slots, Placeholders placeholders) {
        TreeSet<Integer> wanted = new TreeSet<>(slots);
        wanted.addAll(source.source().key());
        if (wanted.size() == source.source().layout().size()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int slot : wanted) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(placeholders.name(source.format().name(slot)));
        }
        return text.toString();
    }
}
