package dev.ectype.examples.directory;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Result;
import dev.ectype.examples.directory.csv.CsvRow;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.PersonChangeset;
import dev.ectype.examples.directory.report.Rejection;
import dev.ectype.examples.directory.report.RejectionLog;
import dev.ectype.repo.Repo;
import java.util.Comparator;
import java.util.Optional;

/** Stores the rows that are people, and logs why the others are not. Not safe for use by several threads. */
final class PeopleImport {
    private final Repo repo;
    private final RejectionLog rejections;
    private Optional<Person> first = Optional.empty();
    private long stored;
    private long rejected;

    PeopleImport(Repo repo, RejectionLog rejections) {
        this.repo = repo;
        this.rejections = rejections;
    }

    /** Takes one row; it is either stored or rejected. */
    void take(CsvRow row) {
        if (!row.isReadable()) {
            reject(row, "", row.fault());
            rejected++;
            return;
        }
        Result<Person> result = repo.insert(PersonChangeset.of(PersonParams.of(row)));
        result.toOptional().ifPresent(this::count);
        result.failure().ifPresent(invalid -> reject(row, invalid));
    }

    private void count(Person person) {
        stored++;
        first = first.or(() -> Optional.of(person));
    }

    private void reject(CsvRow row, Changeset<Person> invalid) {
        rejected++;
        invalid.allErrors().stream()
                .sorted(Comparator.comparing(PeopleImport::column, PersonParams.FILE_ORDER))
                .forEach(error -> reject(row, column(error), error.message()));
    }

    private static String column(FieldError error) {
        return PersonParams.columnOf(error.path());
    }

    private void reject(CsvRow row, String column, String message) {
        String value = row.cells().getOrDefault(column, "");
        rejections.add(new Rejection(row.number(), row.line(), column, value, message));
    }

    /** Returns the number of rows taken. */
    long read() {
        return stored + rejected;
    }

    /** Returns the number of rows stored. */
    long stored() {
        return stored;
    }

    /** Returns the number of rows rejected. */
    long rejected() {
        return rejected;
    }

    /** Returns why rows were rejected. */
    RejectionLog rejections() {
        return rejections;
    }

    /** Returns the first person stored. */
    Optional<Person> first() {
        return first;
    }
}
