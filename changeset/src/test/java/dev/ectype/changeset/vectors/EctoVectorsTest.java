package dev.ectype.changeset.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays every case of every file in a directory: the recorded ones beside this test, or those that the system property
 * {@code ectype.vectors} names. Each recorded case that differs is listed with its reason. Cases of other files cannot be;
 * they are told, and may be no more than one in a hundred, not counting those where Ecto itself crashed.
 */
class EctoVectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final double MOST_DIFFERENCES = 0.01;

    @Test
    void answersAsEctoDoesButForTheListedDifferences() throws IOException, URISyntaxException {
        VectorDifferences listed = VectorDifferences.read();
        List<Report> reports = new ArrayList<>();
        for (Path file : files()) {
            Report report = run(file, listed);
            System.out.println(report.line());
            reports.add(report);
        }
        int cases = reports.stream().mapToInt(Report::cases).sum();
        int failed = reports.stream().mapToInt(Report::failed).sum();
        System.out.println("all files: " + (cases - failed) + " passed, " + failed + " failed");
        if (given().isEmpty()) {
            assertThat(reports.stream().flatMap(report -> report.problems().stream()))
                    .as("cases that differ and are not listed, or are listed and do not differ")
                    .isEmpty();
        }
        int crashes =
                reports.stream().mapToInt(report -> report.crashes().size()).sum();
        int counted = given().isEmpty() ? failed : failed - crashes;
        assertThat(counted).as("cases that differ").isLessThan((int) Math.ceil(cases * MOST_DIFFERENCES));
    }

    @Test
    void everyListedDifferenceIsToldInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "ecto-differences.md"));
        assertThat(VectorDifferences.read().reasons())
                .allSatisfy((key, reason) ->
                        assertThat(page).contains("`" + key.substring(0, key.indexOf(' ')) + "`", reason));
    }

    /** What came of one file: the cases that differ, and of these the ones for which nobody gave a reason. */
    private record Report(String file, int cases, int failed, List<String> crashes, List<String> problems) {

        String line() {
            StringBuilder line = new StringBuilder(file + ": " + (cases - failed) + " passed, " + failed + " failed");
            if (failed > 0) {
                line.append(" (of these ").append(crashes.size()).append(" where Ecto itself crashed)");
            }
            problems.stream().limit(20).forEach(problem -> line.append("\n    ").append(problem));
            return line.toString();
        }
    }

    private static Report run(Path file, VectorDifferences listed) throws IOException {
        List<Map<String, Object>> cases = JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
        List<String> crashes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int failed = 0;
        for (Map<String, Object> json : cases) {
            VectorCase each = new VectorCase(json);
            String difference = VectorRun.difference(each);
            failed += difference == null ? 0 : 1;
            if (difference != null && each.tags().contains("ecto-crash")) {
                crashes.add(each.id());
            }
            if ((difference != null) != listed.has(each)) {
                problems.add(VectorDifferences.key(each) + " "
                        + (difference == null ? "is listed but does not differ" : difference));
            }
        }
        return new Report(file.getFileName().toString(), cases.size(), failed, crashes, problems);
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getProperty("ectype.vectors")).filter(name -> !name.isBlank());
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        URL own = EctoVectorsTest.class.getResource("/vectors");
        Path directory = given().isEmpty() ? Path.of(own.toURI()) : directory(Path.of(given().get()));
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns a directory as it is, or as seen from the project's root, where Maven is called but no test runs. */
    private static Path directory(Path named) {
        return Files.isDirectory(named) ? named : Path.of("..").resolve(named);
    }
}
