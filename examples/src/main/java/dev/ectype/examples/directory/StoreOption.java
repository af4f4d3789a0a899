package dev.ectype.examples.directory;

import dev.ectype.examples.directory.stores.Stores;
import dev.ectype.repo.Repo;
import picocli.CommandLine.Option;

/** Where people are kept, on the command line. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = Stores.DEFAULT,
            completionCandidates = StoreValues.class,
            description = "Where people are stored: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}, which ends with the"
                    + " program).")
    String store = Stores.DEFAULT;

    /** Opens the store. */
    Repo open() {
        return Stores.open(store);
    }

    /** Returns what was said, without a password. */
    String name() {
        return Stores.withoutSecret(store);
    }
}
