package dev.ectype.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.benchmarks.validation.Contenders;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes the first error of a process slow is what it loads, which is the same on every machine. */
class FirstErrorTest {
    private static final int CLASSES = 95;

    @Test
    void needsFewClassesAndNoneThatIsMadeWhileRunning() throws IOException {
        List<String> lines =
                FirstErrorProcess.run(Contenders.ECTYPE, System.getProperty("java.class.path"), "-Xlog:class+load");
        assertThat(lines)
                .anyMatch(line -> line.endsWith("email has invalid format") || line.endsWith("plan is invalid"));
        List<String> own = lines.stream()
                .filter(line -> line.contains("dev.ectype.") && !line.contains("dev.ectype.benchmarks."))
                .toList();
        assertThat(own).hasSizeBetween(50, CLASSES).noneMatch(line -> line.contains("$$Lambda"));
        assertThat(lines)
                .filteredOn(line -> line.contains("LambdaForm$MH"))
                .as("what texts joined by + make; the expression of an address makes one")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(lines)
                .noneMatch(line -> line.contains("java.util.Properties$LineReader"))
                .noneMatch(line -> line.contains("java.util.stream."));
    }
}
