package dev.ectype.repo;

import static dev.ectype.testing.Parcels.PARCELS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.testing.ListAdapter;
import dev.ectype.testing.Parcel;
import dev.ectype.testing.Parcels;
import dev.ectype.types.id.Ulids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GenerationTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final Instant FIRST_SECOND = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FIRST_MICRO = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final ListAdapter store = new ListAdapter();
    private final Repo repo = Repo.over(store).withClock(Clock.fixed(FIRST, ZoneOffset.UTC));
    private final Repo later = repo.withClock(Clock.fixed(FIRST.plusSeconds(60), ZoneOffset.UTC));

    private Parcel inserted() {
        return repo.insert(Parcels.changeset(
                        PARCELS.change(),
                        Map.of(
                                "region",
                                "north",
                                "label",
                                Map.of("text", " fragile ", "marks", List.of(Map.of("kind", "red"))),
                                "stops",
                                List.of(
                                        Map.of("kind", "depot", "city", "Athens"),
                                        Map.of("kind", "ship", "name", "Argo")))))
                .orElseThrow();
    }

    @Test
    void everyKindOfMissingValueIsMade() {
        Parcel parcel = inserted();
        assertThat(parcel.id().version()).isEqualTo(7);
        assertThat(Ulids.isValid(parcel.code())).isTrue();
        assertThat(parcel.rank()).isPositive();
        assertThat(parcel.born()).isEqualTo(LocalDateTime.ofInstant(FIRST_MICRO, ZoneOffset.UTC));
        assertThat(parcel.changed()).isEqualTo(FIRST_MICRO);
        assertThat(repo.getOrThrow(PARCELS, "north", parcel.id())).isEqualTo(parcel);
    }

    @Test
    void whatWasGivenIsNotMade() {
        UUID id = new UUID(1, 2);
        Instant changed = Instant.EPOCH;
        Parcel parcel = repo.insert(PARCELS.change()
                        .put(PARCELS.region, "north")
                        .put(PARCELS.id, id)
                        .put(PARCELS.rank, -5)
                        .put(PARCELS.changed, changed))
                .orElseThrow();
        assertThat(parcel.id()).isEqualTo(id);
        assertThat(parcel.rank()).isEqualTo(-5);
        assertThat(parcel.changed()).isEqualTo(changed);
    }

    @Test
    void recordsInsideHaveTheirOwnAtAnyDepthAndOfAnyKind() {
        Parcel parcel = inserted();
        assertThat(parcel.label().id()).isNotNull();
        assertThat(parcel.label().insertedAt()).isEqualTo(FIRST_SECOND);
        assertThat(parcel.label().updatedAt()).isEqualTo(FIRST_SECOND);
        assertThat(Ulids.isValid(parcel.label().marks().get(0).id())).isTrue();
        Parcel.Depot depot = (Parcel.Depot) parcel.stops().get(0);
        Parcel.Ship ship = (Parcel.Ship) parcel.stops().get(1);
        assertThat(depot.id()).isNotNull();
        assertThat(ship.insertedAt()).isEqualTo(FIRST_MICRO);
    }

    @Test
    void stepsBeforeAWriteAreTakenInsideToo() {
        assertThat(inserted().label().text()).isEqualTo("fragile");
    }

    @Test
    void recordsInsideAnInsertedRecordAreNewAsWell() {
        Parcel bare = new Parcel(
                "north", null, null, null, new Parcel.Label(null, "x", List.of(), null, null), List.of(), null, null);
        Parcel parcel = repo.insert(PARCELS.change(bare)).orElseThrow();
        assertThat(parcel.label().id()).isNotNull();
        assertThat(parcel.label().updatedAt()).isEqualTo(FIRST_SECOND);
    }

    @Test
    void anUpdateTouchesOnlyTheRecordsThatChange() {
        Parcel parcel = inserted();
        Changeset<Parcel> changeset =
                Parcels.changeset(PARCELS.change(parcel), Map.of("label", label(parcel, "heavy")));
        Parcel updated = later.update(changeset).orElseThrow();
        assertThat(updated.changed()).isEqualTo(FIRST_MICRO.plusSeconds(60));
        assertThat(updated.born()).isEqualTo(parcel.born());
        assertThat(updated.label().id()).isEqualTo(parcel.label().id());
        assertThat(updated.label().insertedAt()).isEqualTo(FIRST_SECOND);
        assertThat(updated.label().updatedAt()).isEqualTo(FIRST_SECOND.plusSeconds(60));
        assertThat(updated.label().marks()).isEqualTo(parcel.label().marks());
        assertThat(updated.stops()).isEqualTo(parcel.stops());
    }

    private static Map<String, Object> label(Parcel parcel, String text) {
        return Map.of("id", parcel.label().id().toString(), "text", text);
    }

    @Test
    void aRecordAddedByAnUpdateIsNewAndOthersStayAsTheyAre() {
        Parcel parcel = inserted();
        Parcel.Ship ship = (Parcel.Ship) parcel.stops().get(1);
        Changeset<Parcel> changeset = Parcels.changeset(
                PARCELS.change(parcel),
                Map.of(
                        "stops",
                        List.of(
                                Map.of("kind", "ship", "id", ship.id().toString()),
                                Map.of("kind", "ship", "name", "Nautilus"))));
        Parcel updated = later.update(changeset).orElseThrow();
        assertThat(updated.stops().get(0)).isEqualTo(ship);
        Parcel.Ship added = (Parcel.Ship) updated.stops().get(1);
        assertThat(added.id()).isNotNull();
        assertThat(added.insertedAt()).isEqualTo(FIRST_MICRO.plusSeconds(60));
    }

    @Test
    void withoutChangesNothingIsTouched() {
        Parcel parcel = inserted();
        store.calls().clear();
        Changeset<Parcel> same = Parcels.changeset(PARCELS.change(parcel), Map.of("label", label(parcel, "fragile")));
        assertThat(later.update(same).orElseThrow()).isEqualTo(parcel);
        assertThat(store.calls()).isEmpty();
    }
}
