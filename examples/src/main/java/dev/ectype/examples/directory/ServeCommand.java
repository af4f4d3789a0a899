package dev.ectype.examples.directory;

import dev.ectype.examples.directory.csv.CsvRows;
import dev.ectype.examples.directory.csv.CsvSource;
import dev.ectype.examples.directory.report.RejectionLog;
import dev.ectype.examples.directory.stores.Stores;
import dev.ectype.examples.directory.web.DirectoryServer;
import dev.ectype.repo.Repo;
import io.javalin.util.JavalinException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the directory on the web, until the process is stopped. */
@Command(
        name = "serve",
        description = "Shows the directory on the web: pages at http://localhost:8080/, an API at /api/people.")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where to listen, on this machine alone (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--empty",
            description =
                    "Begin with nobody. Otherwise the store in memory begins with the people of the file that comes"
                            + " with the program; other stores begin with what is in them.")
    private boolean empty;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Repo repo = store.open()) {
            if (!empty && store.store.equals(Stores.DEFAULT)) {
                fill(repo);
            }
            try (DirectoryServer server = start(repo)) {
                terminal.out().printf("The people directory is at %s (store: %s).%n", server.address(), store.name());
                server.join();
            }
        }
        return 0;
    }

    private DirectoryServer start(Repo repo) {
        try {
            return DirectoryServer.start(repo, port, terminal.err());
        } catch (JavalinException taken) {
            throw new RefusedException("--port: " + port + " cannot be listened on; name another port.", taken);
        }
    }

    private static void fill(Repo repo) {
        CsvSource file = CsvSource.resource(PeopleDirectory.class, PeopleDirectory.BUNDLED);
        try (CsvRows rows = CsvRows.open(file, PersonParams.COLUMNS);
                RejectionLog rejections = new RejectionLog(0, Optional.empty())) {
            PeopleImport people = new PeopleImport(repo, rejections);
            rows.forEachRemaining(people::take);
        }
    }
}
