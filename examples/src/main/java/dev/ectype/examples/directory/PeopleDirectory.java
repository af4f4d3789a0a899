package dev.ectype.examples.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ectype.error.MappingException;
import dev.ectype.examples.directory.csv.CsvSource;
import dev.ectype.examples.directory.csv.UnreadableCsvException;
import dev.ectype.examples.directory.stores.UnknownStoreException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the people directory. Without a command it reads the bundled file. */
@Command(
        name = "people-directory",
        description = {
            "Reads people from a CSV, casts and validates every row with a changeset, stores the valid ones, shows what"
                    + " was rejected, and asks the store three questions.",
            "Without a command it reads the file that comes with it: about 1,200 people, and much that is wrong."
        })
public final class PeopleDirectory implements Callable<Integer> {
    /** The file that comes with the program. */
    static final String BUNDLED = "people.csv";

    private final Terminal terminal;

    @Mixin
    private ImportOptions options = new ImportOptions();

    private PeopleDirectory(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command line; a failure ends the process with its exit status. */
    public static void main(String[] args) {
        int status = run(Terminal.ofProcess(), args);
        if (status != ExitCode.OK) {
            System.exit(status);
        }
    }

    /** Runs the command line and returns the exit status. */
    static int run(Terminal terminal, String... args) {
        CommandLine command = new CommandLine(new PeopleDirectory(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new ServeCommand(terminal))
                .setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setParameterExceptionHandler(PeopleDirectory::explain)
                .setExecutionExceptionHandler(PeopleDirectory::explain);
        Help.addTo(command);
        return command.execute(args);
    }

    @Override
    public Integer call() {
        new ImportRun(terminal, options).run(bundled());
        return ExitCode.OK;
    }

    /** Returns the file that comes with the program. */
    static CsvSource bundled() {
        return CsvSource.resource(PeopleDirectory.class, BUNDLED);
    }

    private static int explain(ParameterException misuse, String[] args) {
        misuse.getCommandLine().getErr().println(misuse.getMessage() + "; --help says what is possible.");
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        boolean misuse = failure instanceof UnreadableCsvException
                || failure instanceof RefusedException
                || failure instanceof UnknownStoreException;
        if (!misuse && !(failure instanceof UncheckedIOException) && !isOfTheStore(failure)) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        return misuse ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** Tells whether the store is not there, or its URL is not complete. */
    private static boolean isOfTheStore(Exception failure) {
        return failure instanceof MappingException mapping
                && (mapping.kind() == MappingException.Kind.UNAVAILABLE
                        || mapping.kind() == MappingException.Kind.USAGE);
    }
}
