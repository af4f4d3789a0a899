package dev.ectype.examples.readme;

import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.examples.readme.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.changeset.Result;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What a program does with a shape and a schema. */
public final class Tour {
    private Tour() {}

    /** Answers a request to sign up with the lines of a response. */
    public static List<String> signUp(Map<String, ?> params) {
        // snippet:apply
        Result<SignUp> result = SignUps.changeset(params).apply();
        return result.failure()
                .map(invalid -> invalid.allErrors().stream()
                        .map(error -> error.path() + " " + error.message())
                        .toList())
                .orElse(List.of("welcome"));
        // end
    }

    /** Stores somebody and asks for grown-ups in Athens. */
    public static List<Person> store(Repo repo, PrintStream out) {
        // snippet:store
        Result<Person> saved = repo.insert(People.changeset(
                Map.of("name", "Ada", "age", "36", "skills", List.of("logic"), "address", Map.of("city", "Athens"))));
        Result<Person> again =
                repo.insert(People.changeset(Map.of("name", "Ada"))); // Invalid: name has already been taken

        Query<Person> query = from(PEOPLE)
                .where(PEOPLE.age.ge(18).and(PEOPLE.address.get(ADDRESS.city).eq("Athens")))
                .orderBy(PEOPLE.name.asc())
                .limit(20);
        List<Person> people = repo.all(query);
        out.println(repo.explain(query));
        // end
        return saved.isOk() && !again.isOk() ? people : List.of();
    }
}
