package dev.ectype.examples.directory.web.api;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.PersonChangeset;
import dev.ectype.examples.directory.web.http.Body;
import dev.ectype.examples.directory.web.http.Json;
import dev.ectype.examples.directory.web.http.Language;
import dev.ectype.examples.directory.web.http.Problems;
import dev.ectype.examples.directory.web.http.QueryParams;
import dev.ectype.examples.directory.web.http.RequestException;
import dev.ectype.examples.directory.web.listing.ListRequest;
import dev.ectype.examples.directory.web.listing.ListRequests;
import dev.ectype.examples.directory.web.listing.Listing;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.Page;
import dev.ectype.types.Cast;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The people of a store as JSON. What is wrong with a request is told in the same way by every action. */
public final class PeopleApi {
    static final String ALL = "/api/people";
    static final String ONE = "/api/people/{id}";
    static final List<String> JSON = List.of("application/json");
    static final List<String> PATCH = List.of("application/merge-patch+json");

    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Repo repo;
    private final Listing listing;

    /** Creates the API of a store. */
    public PeopleApi(Repo repo) {
        this.repo = repo;
        this.listing = new Listing(repo);
    }

    /** Adds the addresses of the API to a server's. */
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::list).post(ALL, this::create);
        routes.get(ONE, this::read)
                .put(ONE, this::replace)
                .patch(ONE, this::patch)
                .delete(ONE, this::delete);
        byte[] document = Json.write(OpenApi.document());
        routes.get("/api/openapi.json", response -> json(response, document));
    }

    private void list(Context http) {
        Changeset<ListRequest> request =
                ListRequests.changeset(QueryParams.of(http)).strict();
        Result<ListRequest> result = request.apply();
        result.failure().ifPresent(invalid -> Problems.invalid(http, invalid, Language.of(http)));
        result.toOptional().ifPresent(valid -> json(http, Json.write(page(listing.page(valid)))));
    }

    private static Map<String, Object> page(Page<Person> page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "people",
                page.rows().stream()
                        .map(person -> RecordJson.of(PEOPLE, person))
                        .toList());
        json.put("next", page.next().orElse(null));
        json.put("previous", page.previous().orElse(null));
        return json;
    }

    private void read(Context http) {
        send(http, found(http));
    }

    private void create(Context http) {
        Changeset<Person> person = PersonChangeset.of(Body.json(http, JSON, "Accept-Post"));
        answer(http, repo.insert(known(person)), created -> {
            http.status(CREATED).header("Location", ALL + "/" + created.id());
            send(http, created);
        });
    }

    private void replace(Context http) {
        Person person = found(http);
        Map<String, Object> body = Body.json(http, JSON, "Accept");
        answer(http, repo.update(known(PersonChangeset.replacing(person, body))), updated -> send(http, updated));
    }

    // snippet:api-patch
    private void patch(Context http) {
        Person person = found(http);
        Map<String, Object> body = Body.json(http, PATCH, "Accept-Patch");
        answer(http, repo.update(known(PersonChangeset.of(person, body))), updated -> send(http, updated));
    }
    // end

    private void delete(Context http) {
        answer(http, repo.delete(PEOPLE, found(http)), deleted -> http.status(NO_CONTENT));
    }

    /** Reports what no field is; the key may be said, as those say it who send back what they read. */
    private static Changeset<Person> known(Changeset<Person> person) {
        return person.strict("id");
    }

    // snippet:api-answer
    private static void answer(Context http, Result<Person> result, Consumer<Person> success) {
        if (result instanceof Result.Stale<Person>) {
            throw RequestException.notFound(); // somebody else was faster
        }
        result.toOptional().ifPresent(success);
        result.failure().ifPresent(invalid -> Problems.invalid(http, invalid, Language.of(http)));
    }
    // end

    private Person found(Context http) {
        return find(repo, http.pathParam("id")).orElseThrow(RequestException::notFound);
    }

    /** Returns the person with a key, if the text is one and there is somebody. */
    public static Optional<Person> find(Repo repo, String key) {
        return PEOPLE.id.type().cast(key) instanceof Cast.Ok<UUID> id && id.value() != null
                ? repo.get(PEOPLE, id.value())
                : Optional.empty();
    }

    private static void send(Context http, Person person) {
        json(http, Json.write(RecordJson.of(PEOPLE, person)));
    }

    private static void json(Context http, byte[] json) {
        http.result(json).contentType(JSON.get(0));
    }
}
