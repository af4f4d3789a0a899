package dev.ectype.examples.directory;

import dev.ectype.examples.directory.csv.CsvRows;
import dev.ectype.examples.directory.csv.CsvSource;
import dev.ectype.examples.directory.report.Display;
import dev.ectype.examples.directory.report.Progress;
import dev.ectype.examples.directory.report.RejectionFile;
import dev.ectype.examples.directory.report.RejectionLog;
import dev.ectype.repo.Repo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One import from beginning to end: read and store, then report. */
final class ImportRun {
    private final Terminal terminal;
    private final ImportOptions options;

    ImportRun(Terminal terminal, ImportOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /**
     * Imports a CSV and reports.
     *
     * @throws dev.ectype.examples.directory.csv.UnreadableCsvException if it cannot be read as people
     * @throws RefusedException if an option asks for what cannot be done
     */
    void run(CsvSource source) {
        try (Repo repo = options.store.open()) {
            PeopleImport people = store(source, repo);
            new Report(terminal, options, repo).print(source.name(), people);
        }
    }

    /** Closes progress bar and file of rejections behind it, so that both are complete when anything is printed. */
    private PeopleImport store(CsvSource source, Repo repo) {
        try (CsvRows rows = open(source);
                RejectionLog rejections = new RejectionLog(options.first, rejectionFile())) {
            PeopleImport people = new PeopleImport(repo, rejections);
            rows.forEachRemaining(people::take);
            return people;
        }
    }

    private CsvRows open(CsvSource source) {
        Progress progress = terminal.progress(options.quiet);
        CsvSource watched = source.through(progress.follow(source.bytes(), source.size()));
        CsvRows rows = CsvRows.open(watched, PersonParams.COLUMNS);
        List<String> ignored = rows.ignoredColumns();
        if (!ignored.isEmpty()) {
            terminal.err().printf("%s: nobody reads the columns %s.%n", source.name(), Display.list(ignored));
        }
        return rows;
    }

    private Optional<RejectionFile> rejectionFile() {
        Optional<Path> path = options.rejectedFile();
        if (path.isEmpty() && !options.all) {
            return Optional.empty();
        }
        try {
            return Optional.of(path.isPresent() ? RejectionFile.create(path.get()) : RejectionFile.temporary());
        } catch (IOException failure) {
            String file = path.map(Path::toString).orElse("a temporary file");
            throw new RefusedException("--rejected: " + file + " cannot be written; name another file.", failure);
        }
    }
}
