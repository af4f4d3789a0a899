package dev.ectype.examples.directory;

import dev.ectype.examples.directory.people.Address;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.report.TextTable;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the store and prints the answers, each with how the store found it. */
final class Answers {
    private static final List<String> TITLES = List.of("name", "email", "phone", "age", "city", "skills", "status");

    private final Repo repo;
    private final PrintStream out;
    private final int terminalWidth;

    Answers(Repo repo, PrintStream out, int terminalWidth) {
        this.repo = repo;
        this.out = out;
        this.terminalWidth = terminalWidth;
    }

    /** Prints one question and its answer, and returns how many people that is. */
    int print(String question, Query<Person> query) {
        List<Person> people = repo.all(query);
        out.printf("%n%s%n", question);
        TextTable.print(out, TITLES, people.stream().map(Answers::cells).toList(), terminalWidth);
        out.println("  explain:");
        repo.explain(query).toString().lines().forEach(line -> out.println("    " + line));
        return people.size();
    }

    private static List<String> cells(Person person) {
        Address address = person.address();
        return List.of(
                person.name(),
                person.email(),
                text(person.phone()),
                text(person.age()),
                text(address.city()),
                String.join(" ", person.skills()),
                person.status().code());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
