package dev.ectype.examples.configuration;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Result;
import java.io.PrintStream;
import java.util.Map;

/** A program that does not start unless its environment is right. */
public final class ConfiguredProgram {
    private ConfiguredProgram() {}

    /** Starts the program with the variables of this process. */
    public static void main(String[] args) {
        int status = run(System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Starts the program and returns the exit status. */
    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        Result<Configuration> result = Configurations.changeset(environment).apply();
        result.toOptional().ifPresent(configuration -> out.println("Starting with " + configuration));
        result.failure().ifPresent(invalid -> explain(invalid, err));
        return result.isOk() ? 0 : 2;
    }

    private static void explain(Changeset<Configuration> invalid, PrintStream err) {
        err.println("The environment is not right:");
        for (FieldError error : invalid.allErrors()) {
            err.println("  " + error.path() + " " + error.message());
        }
    }
}
