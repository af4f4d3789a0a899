package dev.ectype.examples.configuration;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.rule.Rules.BYTES;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.changeset.rule.Rules.range;
import static dev.ectype.types.Types.duration;
import static dev.ectype.types.Types.enumOf;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.string;
import static dev.ectype.types.Types.uri;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a {@link Configuration}, the variables from which they come, and what makes them valid. */
public final class Configurations extends Shape<Configuration> {
    /** The one instance. */
    public static final Configurations CONFIGURATION = new Configurations();

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

    /** {@code DATABASE_URL}. */
    public final Field<Configuration, URI> database =
            field("database", uri("https", "mongodb"), external("DATABASE_URL"));

    /** {@code DATABASE_PASSWORD}, which never shows. */
    public final Field<Configuration, String> password =
            field("password", string(), external("DATABASE_PASSWORD"), redacted());

    /** {@code PORT}, 8080 unless given. */
    public final Field<Configuration, Integer> port = field("port", integer(), external("PORT"), defaultTo(8080));

    /** {@code REQUEST_TIMEOUT}, thirty seconds unless given; as ISO 8601 writes it, such as {@code PT30S}. */
    public final Field<Configuration, Duration> timeout =
            field("timeout", duration(), external("REQUEST_TIMEOUT"), defaultTo(Duration.ofSeconds(30)));

    /** {@code LOG_LEVEL}, INFO unless given. */
    public final Field<Configuration, Configuration.LogLevel> logLevel = field(
            "logLevel",
            enumOf(Configuration.LogLevel.class),
            external("LOG_LEVEL"),
            defaultTo(Configuration.LogLevel.INFO));

    /** {@code ALLOWED_ORIGINS}, with commas between them; none unless given. */
    public final Field<Configuration, List<String>> origins =
            field("origins", listOf(string()), external("ALLOWED_ORIGINS"), defaultTo(List.of()));

    private Configurations() {
        super(Configuration.class);
    }

    /** Casts and validates the variables of an environment. Those that are no field's are not looked at. */
    public static Changeset<Configuration> changeset(Map<String, String> environment) {
        Configurations f = CONFIGURATION;
        return f.cast(params(environment), f.database, f.password, f.port, f.timeout, f.logLevel, f.origins)
                .validateRequired(f.database, f.password, f.port, f.timeout, f.logLevel)
                .validateLength(f.password, min(12).max(72).in(BYTES))
                .validateInclusion(f.port, range(1, 65_535))
                .validate(f.timeout, Configurations::isBearable, "must be more than nothing and at most PT5M")
                .validateLength(f.origins, max(100));
    }

    private static Map<String, Object> params(Map<String, String> environment) {
        Map<String, Object> params = new HashMap<>(environment);
        params.computeIfPresent(
                "ALLOWED_ORIGINS", (name, list) -> Arrays.asList(list.toString().split(",", -1)));
        return params;
    }

    private static boolean isBearable(Duration timeout) {
        return !timeout.isZero() && !timeout.isNegative() && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    }
}
