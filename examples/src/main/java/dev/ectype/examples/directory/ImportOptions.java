package dev.ectype.examples.directory;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be said about an import, on the command line. */
final class ImportOptions {
    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--all", description = "Print every rejection, not only the first ones.")
    boolean all;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many rejections are printed without --all (${DEFAULT-VALUE}).")
    int first;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Write every rejection into a CSV file.")
    @Nullable Path rejected;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Characters on a line of a table; otherwise $$COLUMNS, or 80 (120 outside a terminal).")
    @Nullable Integer width;

    @Mixin
    StoreOption store = new StoreOption();

    @Option(
            names = "--mail",
            paramLabel = "MAIL",
            description = "Whom to ask for by mail address; otherwise the first person stored.")
    @Nullable String mail;

    @Option(
            names = "--city",
            paramLabel = "CITY",
            description = "Of which city to ask for the adults; otherwise that of the first person stored.")
    @Nullable String city;

    @Option(
            names = "--skill",
            paramLabel = "SKILL",
            description = "Which skill to ask for; otherwise one of the first person stored.")
    @Nullable String skill;

    /** Returns the characters on a line. */
    int widthOr(int terminalWidth) {
        return width == null ? terminalWidth : width;
    }

    /** Returns where every rejection is written. */
    Optional<Path> rejectedFile() {
        return Optional.ofNullable(rejected);
    }
}
