package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a plan finds its items. */
public sealed interface Route {

    /** By complete keys, in the order in which they were asked for; none for a condition that nothing meets. */
    record Keys(List<Map<String, AttributeValue>> keys) implements Route {
        /** How many keys one request asks for at most. */
        public static final int A_REQUEST = 100;

        /** Copies the list. */
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /**
     * By partitions of the table or of an index.
     *
     * @param index where
     * @param conditions the key conditions, one for each partition
     * @param forward whether items come in the order of the sort key, and not against it
     */
    record Partitions(TableIndex index, List<Expr> conditions, boolean forward) implements Route {
        /** Copies the list. */
        public Partitions {
            conditions = List.copyOf(conditions);
        }
    }

    /** By reading the whole table. */
    record Everything() implements Route {}
}
