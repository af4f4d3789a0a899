package dev.ectype.examples.querying;

import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.examples.readme.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.examples.readme.Person;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;

/** What holds for all calls of a repo. */
public final class Operating {
    private Operating() {}

    /** Sets limits for all calls, and others for one. */
    static List<Person> options(Repo plain) {
        // snippet:query-options
        Repo repo = plain.withDefaults(
                        Options.none().timeout(Duration.ofSeconds(2)).clientSide(1_000))
                .withDefaults(
                        Operation.STREAM,
                        Options.none().timeout(Duration.ofMinutes(5)).allowScan());
        List<Person> slow = repo.with(Options.none().timeout(Duration.ofSeconds(30)))
                .all(from(PEOPLE).allowScan());
        // end
        return slow;
    }

    /** Keeps the records of tenants apart by a condition on every query. */
    static Repo tenancy(Repo plain, String city) {
        // snippet:query-tenancy
        Repo ofCity = plain.withQueryHook((operation, query, options) -> query.schema() == PEOPLE
                ? query.where(PEOPLE.address.isNotNull().and(inCity(city)))
                : query);
        // end
        return ofCity;
    }

    private static Condition inCity(String city) {
        return PEOPLE.address.get(ADDRESS.city).eq(city);
    }

    /** Tells of calls that took long. */
    static Repo telemetry(Repo plain, Consumer<String> log) {
        // snippet:query-telemetry
        Repo watched = plain.withListener((CallEvent event) -> {
            if (event.timings().total().compareTo(Duration.ofMillis(50)) >= 0) {
                log.accept(event + "\n" + event.nativeText().orElse("no query"));
            }
        });
        // end
        return watched;
    }
}
