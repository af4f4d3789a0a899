package dev.ectype.types.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ectype.types.Cast;
import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every type promises, for every ready type. The seed is part of each failure; -Dectype.seed sets it. */
final class TypeLawsTest {
    private static final long SEED = Long.getLong("ectype.seed", 20_260_101L);
    private static final int ROUNDS = Boolean.getBoolean("ectype.campaign") ? 50_000 : 500;

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void loadingWhatWasDumpedGivesAnEqualValue(Subject subject) {
        Type<Object> type = typeOf(subject);
        for (Object value : values(subject)) {
            assertThat(type.equal(type.load(type.dump(value)), value))
                    .as(() -> seeded(value))
                    .isTrue();
            assertThat(type.equal(type.loadEmbedded(type.dumpEmbedded(value)), value))
                    .as(() -> seeded(value))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void dumpsTheClassThatTheStoragePromises(Subject subject) {
        Type<Object> type = typeOf(subject);
        for (Object value : values(subject)) {
            assertThat(StorageCheck.fits(type.storage(), type.dump(value)))
                    .as(() -> seeded(value))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void castingACastValueGivesItBack(Subject subject) {
        Type<Object> type = typeOf(subject);
        for (Object value : values(subject)) {
            assertThat(value).as(() -> seeded(value)).isInstanceOf(type.valueClass());
            Cast<Object> again = type.cast(value);
            assertThat(again).as(() -> seeded(value)).isInstanceOf(Cast.Ok.class);
            assertThat(type.equal(((Cast.Ok<Object>) again).value(), value))
                    .as(() -> seeded(value))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void equalIsAnEquivalence(Subject subject) {
        Type<Object> type = typeOf(subject);
        List<Object> some = values(subject).subList(0, 40);
        for (Object a : some) {
            assertThat(type.equal(a, a)).as(() -> seeded(a)).isTrue();
            for (Object b : some) {
                assertThat(type.equal(a, b)).as(() -> seeded(a, b)).isEqualTo(type.equal(b, a));
                for (Object c : some) {
                    boolean chain = type.equal(a, b) && type.equal(b, c);
                    assertThat(!chain || type.equal(a, c))
                            .as(() -> seeded(a, b, c))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void castNeverThrowsOnRandomObjects(Subject subject) {
        Randoms randoms = new Randoms(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Object input = randoms.any(3);
            assertThatCode(() -> subject.type().cast(input))
                    .as(() -> seeded(input))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void whateverIsCastCanBeStored(Subject subject) {
        Randoms randoms = new Randoms(SEED + 1);
        Type<Object> type = typeOf(subject);
        for (int i = 0; i < ROUNDS; i++) {
            Object input = randoms.any(3);
            if (type.cast(input) instanceof Cast.Ok<Object> ok && ok.value() != null && !isUntyped(type)) {
                Object stored = type.dump(ok.value());
                assertThat(type.equal(type.load(stored), ok.value()))
                        .as(() -> seeded(input))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void loadRefusesOrReadsButNeverBreaks(Subject subject) {
        Randoms randoms = new Randoms(SEED + 2);
        for (int i = 0; i < ROUNDS; i++) {
            Object stored = randoms.any(3);
            try {
                assertThat(subject.type().load(stored)).isNotNull();
            } catch (LoadException refused) {
                assertThat(refused).as(() -> seeded(stored)).hasMessageStartingWith("expected ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void castSurvivesHostileObjects(Subject subject) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (Object input : Hostile.objects().toList()) {
                assertThatCode(() -> subject.type().cast(input))
                        .as(input.getClass().getName())
                        .doesNotThrowAnyException();
            }
        });
    }

    private static List<Object> values(Subject subject) {
        Randoms randoms = new Randoms(SEED);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Object input = subject.input().apply(randoms);
            Cast<?> cast = subject.type().cast(input);
            assertThat(cast).as(() -> seeded(input)).isInstanceOf(Cast.Ok.class);
            values.add(((Cast.Ok<?>) cast).value());
        }
        return values;
    }

    // Any object may be held without a type, but not every one can be stored.
    private static boolean isUntyped(Type<?> type) {
        return type == Types.any() || type.name().equals("map");
    }

    @SuppressWarnings("unchecked") // the values come from the type itself
    private static Type<Object> typeOf(Subject subject) {
        return (Type<Object>) subject.type();
    }

    private static String seeded(Object... values) {
        return "seed " + SEED + ", value of "
                + List.of(values).stream().map(v -> v.getClass().getName()).toList();
    }
}
