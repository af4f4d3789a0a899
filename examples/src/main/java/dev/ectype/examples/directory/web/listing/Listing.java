package dev.ectype.examples.directory.web.listing;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.examples.directory.people.Person;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.Page;
import java.util.Locale;

/** Asks a store for people. */
public final class Listing {
    /** The most people that a store without the order or the search is asked for, to finish it here. */
    private static final int MOST_HERE = 10_000;

    private final Repo repo;

    /** Creates a listing of the people of a store. */
    public Listing(Repo repo) {
        this.repo = repo;
    }

    // snippet:listing
    /**
     * Returns the page that is asked for.
     *
     * @throws dev.ectype.repo.page.CursorException if the place where it begins is none of this list
     */
    public Page<Person> page(ListRequest request) {
        Query<Person> query = query(request);
        return request.after() == null
                ? repo.page(query, request.limit())
                : repo.page(query, request.limit(), request.after());
    }

    private static Query<Person> query(ListRequest request) {
        Query<Person> query = from(PEOPLE).allowScan().clientSide(MOST_HERE);
        if (request.text() != null) {
            String mail = request.text().toLowerCase(Locale.ROOT);
            query = query.where(PEOPLE.name.containsIgnoreCase(request.text()).or(PEOPLE.email.startsWith(mail)));
        }
        if (request.status() != null) {
            query = query.where(PEOPLE.status.eq(request.status()));
        }
        return query.orderBy(request.order().key());
    }
    // end
}
