package dev.ectype.examples.directory;

import dev.ectype.examples.directory.csv.CsvSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code import FILE}: the directory of somebody's own file, or again of the one that comes with the program. */
@Command(name = "import", description = "Reads people from a CSV file of your own.")
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The CSV file; otherwise the bundled one.")
    private @Nullable Path file;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new ImportRun(terminal, options)
                .run(Optional.ofNullable(file).map(this::own).orElseGet(PeopleDirectory::bundled));
        return 0;
    }

    private CsvSource own(Path csv) {
        options.rejectedFile().filter(rejected -> isSame(csv, rejected)).ifPresent(ImportCommand::refuse);
        return CsvSource.file(csv);
    }

    private static void refuse(Path rejected) {
        throw new RefusedException("--rejected: " + rejected + " is the file that is imported; name another file.");
    }

    private static boolean isSame(Path csv, Path rejected) {
        try {
            return Files.exists(csv) && Files.exists(rejected) && Files.isSameFile(csv, rejected);
        } catch (IOException failure) {
            throw new RefusedException("--rejected: " + rejected + " cannot be looked at.", failure);
        }
    }
}
