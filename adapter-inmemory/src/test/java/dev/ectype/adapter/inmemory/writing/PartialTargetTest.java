package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.RowOutcome.Effect;
import dev.ectype.repo.write.Upsert;
import dev.ectype.schema.Column;
import dev.ectype.schema.IndexOptions;
import dev.ectype.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conflict rules for columns that two partial unique indexes are of. */
class PartialTargetTest {
    record Seat(
            Integer id,
            String place,
            @Nullable Boolean booked,
            @Nullable Boolean held) {}

    private static final class Seats extends Schema<Seat> {
        static final Seats SEATS = new Seats();
        final Column<Seat, String> place = field("place", string());
        final Column<Seat, Boolean> booked = field("booked", bool());
        final Column<Seat, Boolean> held = field("held", bool());

        {
            field("id", integer(), primaryKey());
            unique(IndexOptions.named("booked_place").whenPresent(booked), place);
            unique(IndexOptions.named("held_place").whenPresent(held), place);
        }

        private Seats() {
            super(Seat.class, "seats");
        }
    }

    private static final Seats SEATS = Seats.SEATS;

    private final Repo repo = Repo.over(InMemoryAdapter.create());

    @Test
    void aClashInEitherIndexIsMeant() {
        Seat booked = repo.insert(SEATS, new Seat(1, "1A", true, null)).orElseThrow();
        Seat held = repo.insert(SEATS, new Seat(2, "1A", null, true)).orElseThrow();
        Upsert<Seat> keep = Upsert.on(SEATS.place).nothing();
        assertThat(repo.upsert(SEATS.change(new Seat(3, "1A", true, null)), keep))
                .isEqualTo(new RowOutcome.Ok<>(booked, Effect.UNCHANGED));
        assertThat(repo.upsert(SEATS.change(new Seat(4, "1A", null, true)), keep))
                .isEqualTo(new RowOutcome.Ok<>(held, Effect.UNCHANGED));
        assertThat(repo.upsert(
                        SEATS.change(new Seat(5, "1A", null, true)),
                        Upsert.onIndex(SEATS, "held_place").nothing()))
                .isEqualTo(new RowOutcome.Ok<>(held, Effect.UNCHANGED));
        assertThat(repo.upsertOrThrow(SEATS.change(new Seat(6, "1A", null, null)), keep))
                .as("which stands in neither")
                .isEqualTo(new Seat(6, "1A", null, null));
    }
}
