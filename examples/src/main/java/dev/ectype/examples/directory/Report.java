package dev.ectype.examples.directory;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.examples.directory.report.RejectionLog;
import dev.ectype.repo.Repo;
import java.io.PrintStream;

/** Prints what came of an import: the rejections, the answers to three questions, and the counts. */
final class Report {
    /** A directory does not count, so its entries are read, up to this many. */
    private static final int MOST_COUNTED = 1_000_000;

    private final PrintStream out;
    private final int width;
    private final ImportOptions options;
    private final Repo repo;

    Report(Terminal terminal, ImportOptions options, Repo repo) {
        this.out = terminal.out();
        this.width = options.widthOr(terminal.width());
        this.options = options;
        this.repo = repo;
    }

    /** Prints the report of a complete import. */
    void print(String source, PeopleImport people) {
        printRejections(source, people);
        String answers = printAnswers(Subject.of(options, people.first()));
        out.printf("%nRead %,d rows = %,d stored + %,d rejected.%n", people.read(), people.stored(), people.rejected());
        out.printf(
                "The store counts %,d people; the queries found %s.%n",
                repo.count(from(PEOPLE).allowScan().clientSide(MOST_COUNTED)), answers);
    }

    private void printRejections(String source, PeopleImport people) {
        RejectionLog rejections = people.rejections();
        out.printf("Rejected of %s: %,d rows, for %,d reasons%n", source, people.rejected(), rejections.size());
        if (options.all) {
            rejections.printAll(out, width);
        } else {
            rejections.printFirst(out, width);
        }
        options.rejectedFile().ifPresent(file -> out.printf("  All of them are in %s.%n", file));
    }

    private String printAnswers(Subject subject) {
        Answers answers = new Answers(repo, out, width);
        int known = answers.print("Who has the mail address " + subject.mail() + "?", Questions.byMail(subject.mail()));
        int adults = answers.print("Which adults live in " + subject.city() + "?", Questions.adultsOf(subject.city()));
        int skilled = answers.print(
                "Who knows " + subject.skill() + ", or is invited and has a phone?",
                Questions.skilledOrInvited(subject.skill()));
        return known + " + " + adults + " + " + skilled;
    }
}
