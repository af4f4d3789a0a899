package dev.ectype.examples.directory;

import dev.ectype.examples.directory.report.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the program writes.
 *
 * @param out for results
 * @param err for progress, warnings and what went wrong
 * @param width the number of characters on a line
 * @param interactive whether somebody is watching
 */
record Terminal(PrintStream out, PrintStream err, int width, boolean interactive) {
    private static final int NARROW = 80;
    private static final int WIDE = 120;

    /** Returns the terminal of this process; names from all over the world need UTF-8. */
    static Terminal ofProcess() {
        boolean watched = isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                widthFrom(System.getenv("COLUMNS"), watched ? NARROW : WIDE),
                watched);
    }

    /** Returns how progress is shown here. */
    Progress progress(boolean quiet) {
        return interactive && !quiet ? Progress.bar(err) : Progress.NONE;
    }

    /** Until Java 21 there is a console only in a terminal; later ones are asked by a method that Java 17 lacks. */
    private static boolean isTerminal(@Nullable Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderThanJava22) {
            return true;
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError("Console.isTerminal() cannot be called", unexpected);
        }
    }

    private static int widthFrom(@Nullable String columns, int otherwise) {
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : otherwise;
    }
}
