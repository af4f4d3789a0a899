package dev.ectype.adapter.inmemory.association;

import static dev.ectype.changeset.FieldOptions.notLoadedInQuery;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.association.ToMany;
import dev.ectype.error.MappingException;
import dev.ectype.preload.Preloading;
import dev.ectype.query.Preload;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.ManyToMany;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns that queries of whole records leave out, though related records are put together or in order by them. */
class NotReadTest {
    record Song(
            Integer id, @Nullable Integer rank, @Nullable Integer listId) {}

    record Playlist(Integer id, @Nullable ToMany<Song> songs) {}

    private static final class Songs extends Schema<Song> {
        static final Songs SONGS = new Songs();
        final Column<Song, Integer> rank = field("rank", integer(), notLoadedInQuery());
        final Column<Song, Integer> listId = field("listId", integer(), notLoadedInQuery());

        {
            field("id", integer(), primaryKey());
        }

        private Songs() {
            super(Song.class, "songs");
        }
    }

    private static final Songs SONGS = Songs.SONGS;

    private static final class Owning extends Schema<Playlist> {
        {
            field("id", integer(), primaryKey());
            hasMany("songs", () -> SONGS, () -> SONGS.listId);
        }

        private Owning() {
            super(Playlist.class, "playlists");
        }
    }

    private static final class Playlists extends Schema<Playlist> {
        final ManyToMany<Playlist, Song> songs = manyToMany(
                "songs",
                () -> SONGS,
                JoinThrough.of("playlist_songs", "playlist", "song"),
                options -> options.preloadOrder(() -> List.of(SONGS.rank.asc())));

        {
            field("id", integer(), primaryKey());
        }

        private Playlists() {
            super(Playlist.class, "playlists");
        }
    }

    @Test
    void aForeignKeyMustBeRead() {
        assertThatThrownBy(() -> new Owning().layout())
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("leave notLoadedInQuery() out", "Song.listId", "Playlist.songs");
        assertThat(new Playlists().layout().size()).as("an order need not be").isOne();
    }

    @Test
    void anOrderOfSeveralQueriesMustBeRead() {
        Repo repo = Repo.over(InMemoryAdapter.create());
        Playlists playlists = new Playlists();
        List<Song> songs =
                IntStream.range(0, 4).mapToObj(i -> new Song(i, 10 - i, null)).toList();
        repo.insertAll(SONGS, songs).recordsOrThrow();
        Playlist list = repo.insertOrThrow(playlists.change(new Playlist(1, ToMany.of(songs))));
        Preload<Playlist, Song> again = Preload.of(playlists.songs).force();
        assertThat(repo.preload(List.of(list), again).get(0).songs().list())
                .extracting(Song::id)
                .containsExactly(3, 2, 1, 0);
        Repo narrow = repo.withPreloading(Preloading.USUAL.withBatchSize(2));
        assertThatThrownBy(() -> narrow.preload(List.of(list), again))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("rank asc", "withBatchSize");
    }
}
