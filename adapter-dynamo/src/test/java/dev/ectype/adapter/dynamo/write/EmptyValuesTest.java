package dev.ectype.adapter.dynamo.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Empty texts, sets, lists and maps: the same rule on every way into the table. */
class EmptyValuesTest {
    private static final Layout LAYOUT = new Layout(List.of(
            new Slot("id", "id", Scalar.TEXT),
            new Slot("mail", "mail", Scalar.TEXT),
            new Slot("text", "text", Scalar.TEXT),
            new Slot("bytes", "bytes", Scalar.BINARY),
            new Slot("list", "list", new Storage.ListOf(Scalar.TEXT)),
            new Slot("set", "set", new Storage.SetOf(Scalar.TEXT)),
            new Slot("map", "map", new Storage.MapOf(Scalar.TEXT))));
    private static final DynamoAdapter ADAPTER = DynamoAdapter.over(TestServer.client());
    private static final Source SOURCE = new Source(
            "empties",
            Optional.of(TestServer.newPrefix()),
            LAYOUT,
            List.of(0),
            List.of(new Source.Index("by_mail", List.of(path(1)), false)),
            List.of(DynamoTable.USUAL.index(DynamoIndex.global("by_mail").holdingKeys())));

    private static FieldPath path(int slot) {
        Slot field = LAYOUT.slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(field.name(), field.source(), slot)), field.storage(), false);
    }

    /** A way of a row into the table. */
    enum Way {
        INSERT {
            @Override
            List<WriteOutcome> write(Row row) {
                return List.of(ADAPTER.insert(insertion(row, OnConflict.raise(), CallOptions.NONE)));
            }
        },
        MANY {
            @Override
            List<WriteOutcome> write(Row row) {
                return ADAPTER.insertAll(List.of(insertion(row, OnConflict.raise(), CallOptions.NONE)));
            }
        },
        REPLACING {
            @Override
            List<WriteOutcome> write(Row row) {
                return ADAPTER.insertAll(List.of(insertion(
                        row, OnConflict.raise(), DynamoCall.replacing().asOptions())));
            }
        },
        UPDATE {
            @Override
            List<WriteOutcome> write(Row row) {
                bare(row);
                return List.of(ADAPTER.update(
                        new Update(SOURCE, List.of(id(row)), changes(row), List.of(), List.of(), CallOptions.NONE)));
            }
        },
        UPSERT {
            @Override
            List<WriteOutcome> write(Row row) {
                bare(row);
                OnConflict change = new OnConflict.Change(List.of(), changes(row), List.of());
                return List.of(ADAPTER.insert(insertion(row, change, CallOptions.NONE)));
            }
        },
        TOGETHER {
            @Override
            List<WriteOutcome> write(Row row) {
                return ADAPTER.writeTogether(List.of(insertion(row, OnConflict.raise(), CallOptions.NONE)));
            }
        };

        abstract List<WriteOutcome> write(Row row);

        private static void bare(Row row) {
            ADAPTER.insert(insertion(row(id(row), null), OnConflict.raise(), CallOptions.NONE));
        }

        private static Insert insertion(Row row, OnConflict onConflict, CallOptions options) {
            return new Insert(SOURCE, row, onConflict, List.of(), options);
        }

        private static List<Assignment> changes(Row row) {
            List<Assignment> changes = new ArrayList<>();
            for (int slot = 1; slot < LAYOUT.size(); slot++) {
                changes.add(Assignment.set(path(slot), row.get(slot)));
            }
            return changes;
        }
    }

    private static Object id(Row row) {
        return String.valueOf(row.get(0));
    }

    private static Row row(Object id, @Nullable String mail) {
        return Row.over(LAYOUT, new Object[] {id, mail, null, null, null, null, null});
    }

    private static Row empties(Object id, @Nullable String mail) {
        return Row.over(LAYOUT, new Object[] {id, mail, "", new byte[0], List.of(), Set.of(), Map.of()});
    }

    @BeforeAll
    static void create() {
        ADAPTER.storage(SOURCE).create();
    }

    @AfterAll
    static void drop() {
        ADAPTER.storage(SOURCE).drop();
    }

    private static Map<String, AttributeValue> item(String id) {
        return TestServer.client()
                .getItem(get -> get.tableName(SOURCE.toString()).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void emptyValuesAreKept(Way way) {
        assertThat(way.write(empties(way.name(), null))).allMatch(WriteOutcome.Written.class::isInstance);
        Map<String, AttributeValue> item = item(way.name());
        assertThat(item).containsOnlyKeys("id", "text", "bytes", "list", "set", "map");
        assertThat(item.get("text").s()).isEmpty();
        assertThat(item.get("bytes").b().asByteArray()).isEmpty();
        assertThat(item.get("list").l()).isEmpty();
        assertThat(item.get("set").type()).as("the store has no empty sets").isEqualTo(AttributeValue.Type.L);
        assertThat(item.get("map").m()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsIndexedIsNeverEmpty(Way way) {
        assertThatThrownBy(() -> way.write(empties("indexed " + way, "")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("what DynamoDB indexes is never empty")
                .hasMessageContaining("mail");
        assertThatThrownBy(() -> way.write(empties("", null)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("never empty");
    }
}
