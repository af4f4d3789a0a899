package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.changeset.FieldOptions.notLoadedInQuery;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field that queries of whole records do not read, on a store that returns whole rows whatever it is asked for. */
class NotLoadedTest {
    record Portrait(Integer id, @Nullable String photo) {}

    private static final class Portraits extends Schema<Portrait> {
        static final Portraits PORTRAITS = new Portraits();
        final Column<Portrait, String> photo = field("photo", string(), notLoadedInQuery());

        {
            field("id", integer(), primaryKey());
        }

        private Portraits() {
            super(Portrait.class, "portraits");
        }
    }

    private static final Portraits PORTRAITS = Portraits.PORTRAITS;

    private final Repo repo = Repo.over(InMemoryAdapter.create());

    private static Query<Portrait> all() {
        return from(PORTRAITS).allowScan();
    }

    @BeforeEach
    void aPortrait() {
        repo.insertOrThrow(PORTRAITS.change(new Portrait(1, "pixels")));
    }

    @Test
    void isLeftOutOfWholeRecords() {
        assertThat(repo.all(all())).containsExactly(new Portrait(1, null));
        assertThat(repo.get(PORTRAITS, 1)).contains(new Portrait(1, null));
        assertThat(repo.withListener(event -> {}).get(PORTRAITS, 1)).contains(new Portrait(1, null));
    }

    @Test
    void isLeftOutThoughItIsWhatTheOrderIsBy() {
        assertThat(repo.page(all().orderBy(PORTRAITS.photo.asc()), 5).rows()).containsExactly(new Portrait(1, null));
    }

    @Test
    void isReadWhereItIsSelected() {
        assertThat(repo.<String>oneOrThrow(all().select(PORTRAITS.photo))).isEqualTo("pixels");
    }
}
