package dev.ectype.examples.directory.web.pages;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.PersonChangeset;
import dev.ectype.examples.directory.web.api.PeopleApi;
import dev.ectype.examples.directory.web.http.Body;
import dev.ectype.examples.directory.web.http.Json;
import dev.ectype.examples.directory.web.http.Language;
import dev.ectype.examples.directory.web.http.RequestException;
import dev.ectype.repo.Repo;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;

/** The pages of the directory: what is sent with them is a form, what comes back is a page or the way to the next one. */
public final class PeoplePages {
    private static final String LIST = "/people";
    private static final String ONE = "/people/{id}";
    private static final int UNPROCESSABLE = 422;

    private final Repo repo;
    private final ListView list;

    /** Creates the pages of a store. */
    public PeoplePages(Repo repo) {
        this.repo = repo;
        this.list = new ListView(repo);
    }

    /** Adds the addresses of the pages to a server's. */
    public void addTo(RoutesConfig routes) {
        Assets.addTo(routes);
        routes.get("/", http -> http.redirect(LIST));
        routes.get(LIST, list::send).post(LIST, this::create);
        routes.get(LIST + "/new", this::blank).post(LIST + "/validate", this::validateNew);
        routes.get(ONE, this::edit).post(ONE, this::update);
        routes.post(ONE + "/validate", this::validate);
        routes.get(ONE + "/delete", this::ask).post(ONE + "/delete", this::delete);
    }

    private void blank(Context http) {
        Changeset<Person> nobody =
                PersonChangeset.joining(Map.of(), repo.clock().instant());
        send(http, nobody, PersonForm.fresh(nobody, Language.of(http)));
    }

    private void edit(Context http) {
        Changeset<Person> unchanged = PersonChangeset.editing(found(http), Map.of());
        send(http, unchanged, PersonForm.fresh(unchanged, Language.of(http)));
    }

    // snippet:form-create
    private void create(Context http) {
        Result<Person> result = repo.insert(joining(http));
        result.toOptional().ifPresent(person -> done(http, "created"));
        result.failure().ifPresent(invalid -> again(http, invalid));
    }
    // end

    private void update(Context http) {
        Result<Person> result = repo.update(editing(http));
        refuseStale(result);
        result.toOptional().ifPresent(person -> done(http, "saved"));
        result.failure().ifPresent(invalid -> again(http, invalid));
    }

    private Changeset<Person> joining(Context http) {
        return PersonChangeset.joining(
                PersonForm.params(Body.form(http)), repo.clock().instant());
    }

    private Changeset<Person> editing(Context http) {
        Person person = found(http);
        return PersonChangeset.editing(person, PersonForm.params(Body.form(http)));
    }

    private void ask(Context http) {
        Person person = found(http);
        Templates.send(http, "delete", Map.of("name", person.name(), "self", LIST + "/" + person.id()));
    }

    private void delete(Context http) {
        refuseStale(repo.delete(PEOPLE, found(http)));
        done(http, "deleted");
    }

    /** Somebody else was faster. */
    private static void refuseStale(Result<Person> result) {
        if (result instanceof Result.Stale<Person>) {
            throw RequestException.notFound();
        }
    }

    private void validateNew(Context http) {
        answer(http, joining(http));
    }

    private void validate(Context http) {
        answer(http, editing(http));
    }

    // snippet:form-validate
    private void answer(Context http, Changeset<Person> person) {
        PersonForm form = PersonForm.of(withTaken(person), Language.of(http));
        http.result(Json.write(form.errors())).contentType("application/json");
    }

    /** Tells early that a mail address is taken. Whether it really is, only the store can say, when it writes. */
    private Changeset<Person> withTaken(Changeset<Person> person) {
        String mail = person.change(PEOPLE.email);
        boolean taken = mail != null
                && person.errors(PEOPLE.email).isEmpty()
                && repo.exists(from(PEOPLE).where(PEOPLE.email.eq(mail)));
        return taken ? person.addError(PEOPLE.email, "has already been taken") : person;
    }
    // end

    private static void done(Context http, String notice) {
        http.redirect(LIST + "?notice=" + notice, HttpStatus.SEE_OTHER);
    }

    private static void again(Context http, Changeset<Person> invalid) {
        http.status(UNPROCESSABLE);
        send(http, invalid, PersonForm.of(invalid, Language.of(http)));
    }

    private static void send(Context http, Changeset<Person> person, PersonForm form) {
        List<FieldView> fields = form.fields();
        Templates.send(
                http,
                "form",
                Map.of(
                        "fields",
                        fields,
                        "wrong",
                        fields.stream().filter(FieldView::invalid).toList(),
                        "others",
                        form.others(),
                        "isNew",
                        person.data().isEmpty(),
                        "self",
                        person.data().map(data -> LIST + "/" + data.id()).orElse(LIST)));
    }

    private Person found(Context http) {
        return PeopleApi.find(repo, http.pathParam("id")).orElseThrow(RequestException::notFound);
    }
}
