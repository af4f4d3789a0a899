package dev.ectype.types.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Replays recorded casts of real Ecto at the level of a type. */
final class EctoCastVectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any",
                "array",
                "binary",
                "binary_id",
                "boolean",
                "date",
                "decimal",
                "enum",
                "enum_int",
                "float",
                "id",
                "integer",
                "map",
                "map_of",
                "naive_datetime",
                "naive_datetime_usec",
                "string",
                "time",
                "time_usec",
                "utc_datetime",
                "utc_datetime_usec",
                "uuid"
            })
    void castsAsEctoDoes(String file) throws IOException {
        List<VectorCase> cases = read("cast-" + file + ".json");
        List<VectorCase> asked =
                cases.stream().filter(VectorCase::isForTheTypeAlone).toList();

        List<String> differences =
                asked.stream().map(this::difference).filter(Objects::nonNull).toList();

        assertThat(differences).isEmpty();
        assertThat(asked).as("cases that say something about the type").hasSizeGreaterThan(cases.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "integer"})
    void narrowerIntegersCastAsWideOnesWithinTheirRange(String file) throws IOException {
        for (VectorCase each : read("cast-" + file + ".json")) {
            if (each.isForTheTypeAlone()) {
                BigInteger wide =
                        Types.bigInteger().cast(each.input()) instanceof Cast.Ok<BigInteger> ok ? ok.value() : null;
                assertThat(Types.integer().cast(each.input()))
                        .as(each.id())
                        .isEqualTo(wide == null || wide.bitLength() > 31 ? Cast.failed() : Cast.ok(wide.intValue()));
                assertThat(Types.longInteger().cast(each.input()))
                        .as(each.id())
                        .isEqualTo(wide == null || wide.bitLength() > 63 ? Cast.failed() : Cast.ok(wide.longValue()));
            }
        }
    }

    private String difference(VectorCase each) {
        Cast<?> cast = VectorTypes.read(each.type()).cast(each.input());
        boolean same = each.isValid() ? isSame(each, cast) : isSameFailure(each, cast);
        return same ? null : each.id() + " " + each.input() + " gave " + cast;
    }

    private static boolean isSame(VectorCase each, Cast<?> cast) {
        if (!(cast instanceof Cast.Ok<?> ok)) {
            return false;
        }
        Object expected = each.result();
        if (ok.value() == null || expected == null) {
            return ok.value() == expected || !each.isChanged();
        }
        return each.isChanged() ? isExactly(expected, ok.value()) : isEqual(each.type(), expected, ok.value());
    }

    @SuppressWarnings("unchecked") // the recorded value is of the type that the case names
    private static boolean isEqual(Object type, Object expected, Object actual) {
        Type<Object> typed = (Type<Object>) VectorTypes.read(type);
        Object cast = typed.cast(expected) instanceof Cast.Ok<Object> ok ? ok.value() : null;
        return cast != null && typed.equal(cast, actual);
    }

    // Decimals with their scale. The vectors write UUIDs as text and bytes as text where they are text.
    private static boolean isExactly(Object expected, Object actual) {
        if (actual instanceof byte[] bytes) {
            byte[] wanted = expected instanceof byte[] raw
                    ? raw
                    : expected.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return Arrays.equals(wanted, bytes);
        }
        if (actual instanceof List<?> list && expected instanceof List<?> wanted) {
            return isExactly(wanted, list);
        }
        if (actual instanceof Map<?, ?> map && expected instanceof Map<?, ?> wanted) {
            return isExactly(new ArrayList<>(wanted.keySet()), new ArrayList<>(map.keySet()))
                    && isExactly(new ArrayList<>(wanted.values()), new ArrayList<>(map.values()));
        }
        return expected.equals(actual instanceof java.util.UUID ? actual.toString() : actual);
    }

    private static boolean isExactly(List<?> expected, List<?> actual) {
        boolean same = expected.size() == actual.size();
        for (int i = 0; same && i < expected.size(); i++) {
            Object wanted = expected.get(i);
            same = wanted == null ? actual.get(i) == null : isExactly(wanted, actual.get(i));
        }
        return same;
    }

    private static boolean isSameFailure(VectorCase each, Cast<?> cast) {
        if (!(cast instanceof Cast.Failed<?> failed)) {
            return false;
        }
        if (each.raises()) {
            return failed.isPlain();
        }
        Map<?, ?> wanted = each.failure();
        Object validation = failed.arguments().getOrDefault("validation", "cast");
        return validation.equals(wanted.get("validation"))
                && asSet(failed.arguments().get("enum")).equals(asSet(wanted.get("enum")))
                && isSamePath((List<?>) wanted.get("source"), failed.path());
    }

    // Ecto gives the names in the order of an Erlang map.
    private static Set<Object> asSet(Object names) {
        return names == null ? Set.of() : new HashSet<>((List<?>) names);
    }

    private static boolean isSamePath(List<?> wanted, List<Object> path) {
        List<?> steps = wanted == null ? List.of() : wanted;
        return steps.stream()
                .map(Object::toString)
                .toList()
                .equals(path.stream().map(Object::toString).toList());
    }

    private static List<VectorCase> read(String file) throws IOException {
        try (InputStream stream = EctoCastVectorsTest.class.getResourceAsStream("/vectors/" + file)) {
            List<Map<String, Object>> cases = JSON.readValue(stream, new TypeReference<>() {});
            return cases.stream().map(VectorCase::new).toList();
        }
    }
}
