package dev.ectype.adapter.dynamo.read;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialIndexTest {

    @Test
    void anIndexOfSomeRecordsOnlyIsRefusedUnlessItKeepsValuesApart() {
        DynamoAdapter adapter = DynamoAdapter.over(TestServer.client(new Requests()));
        Source whole = Orders.source(TestServer.newPrefix());
        Source.Index index = new Source.Index(
                "open_days",
                List.of(path("day")),
                false,
                List.of(new Predicate.Not(new Predicate.IsNull(path("status")))));
        Source partial =
                new Source(whole.name(), whole.prefix(), whole.layout(), whole.key(), List.of(index), List.of());
        assertThatThrownBy(() -> adapter.plan(Orders.query(partial, List.of(), Window.ALL)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("of some records only")
                .hasMessageContaining("open_days");
    }
}
