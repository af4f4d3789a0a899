package dev.ectype.benchmarks.coldstart;

import dev.ectype.benchmarks.validation.Contenders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process in which {@link FirstError} runs for one contender. */
final class FirstErrorProcess {

    private FirstErrorProcess() {}

    /**
     * Returns the lines that it printed.
     *
     * @param options options of the virtual machine
     * @throws IOException if it printed none
     */
    static List<String> run(Contenders contender, String classPath, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, FirstError.class.getName(), contender.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = out.lines().toList();
            if (lines.isEmpty()) {
                throw new IOException("the process for " + contender + " told nothing");
            }
            return lines;
        }
    }
}
