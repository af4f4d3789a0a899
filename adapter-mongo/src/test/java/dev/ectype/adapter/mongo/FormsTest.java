package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.recorded.Operators;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form that the adapter sends, one a line, in {@code forms.txt}; {@code target/forms.txt} is what it would be now. */
class FormsTest {
    /** An operator in the adapter's source. */
    private static final Pattern OPERATOR = Pattern.compile("\"(\\$[a-zA-Z]+)\"");

    /** What is no part of a filter, a pipeline or an update: the validator of a collection, and a test for what others wrote. */
    private static final Set<String> OF_OTHER_THINGS = Set.of("$jsonSchema", "$text");

    private final Forms forms = new Forms();

    @Test
    void theFormsAreThoseOfTheFile() throws IOException {
        Files.writeString(Path.of("target", "forms.txt"), forms.text());
        assertThat(forms.text()).isEqualTo(text("/forms.txt"));
    }

    @Test
    void everyOperatorIsOneThatARealServerAnsweredWhereItStands() {
        assertThat(Operators.recorded()).containsAll(forms.operators());
    }

    @Test
    void everyOperatorOfTheAdapterStandsInAForm() throws IOException {
        Set<String> known = new TreeSet<>(OF_OTHER_THINGS);
        forms.operators().forEach(operator -> known.add(operator.substring(operator.indexOf('$'))));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(known).as("those of %s", source).containsAll(operators(Files.readString(source)));
            }
        }
    }

    private static Set<String> operators(String source) {
        return OPERATOR.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = FormsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
