package dev.ectype.adapter.ldap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.query.ir.Window;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Schema;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.Types;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that takes too long for its own limit, and says so. */
@ParameterizedClass
@EnumSource(Server.class)
class TimeLimitTest {
    private static final Slowly SLOWLY = new Slowly();
    private final TestDirectory directory;

    record Slow(String key) {}

    private static final class Slowly extends Schema<Slow> {
        {
            field("key", Types.string(), FieldOptions.primaryKey(), FieldOptions.source("etKey"));
            hint(LdapMapping.of("etThing").below(TestDirectory.TOO_SLOW));
        }

        private Slowly() {
            super(Slow.class, "slow");
        }
    }

    TimeLimitTest(Server server) {
        assumeFalse(server == Server.SLAPD && Server.isGiven(), "the given directory has no place that is too slow");
        this.directory = server.directory();
    }

    @Test
    void endsByTheServersLimit() {
        QueryRequest everything = new QueryRequest(SLOWLY.asSource(), List.of(), List.of(), Window.ALL);
        try (LdapAdapter adapter = directory.connect();
                RowCursor cursor = adapter.scan(
                        adapter.plan(everything).plan(),
                        new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE))) {
            assertThat(cursor.next()).isNull();
            assertThat(cursor.end()).isEqualTo(RowCursor.End.STORE_LIMIT);
        }
    }

    @Test
    void isNoAnswerToAQuery() {
        try (Repo repo = Repo.over(directory.connect())) {
            MappingException failure = catchThrowableOfType(
                    MappingException.class, () -> repo.all(Query.from(SLOWLY).allowScan()));
            assertThat(failure).hasMessageContaining("limit");
        }
    }
}
