package dev.ectype.examples.directory.web.pages;

import dev.ectype.changeset.Changeset;
import dev.ectype.examples.directory.people.Address;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.Status;
import dev.ectype.examples.directory.web.http.Language;
import dev.ectype.examples.directory.web.http.QueryParams;
import dev.ectype.examples.directory.web.http.RequestException;
import dev.ectype.examples.directory.web.listing.ListOrder;
import dev.ectype.examples.directory.web.listing.ListRequest;
import dev.ectype.examples.directory.web.listing.ListRequests;
import dev.ectype.examples.directory.web.listing.Listing;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.Page;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page with the list of people. */
final class ListView {
    private static final List<String> NOTICES = List.of("created", "saved", "deleted");
    private static final List<String> COLUMNS = List.of("name", "email", "phone", "place", "age", "status", "joined");
    private static final List<String> SORTED = List.of("name", "age", "joined");

    private final Listing listing;

    ListView(Repo repo) {
        this.listing = new Listing(repo);
    }

    void send(Context http) {
        Map<String, Object> params = QueryParams.of(http);
        Language language = Language.of(http);
        ListRequest request = ListRequests.changeset(params).apply().orElse(invalid -> {
            throw refusal(invalid, language);
        });
        Page<Person> page = listing.page(request);
        Map<String, Object> model = new HashMap<>();
        model.put("notice", NOTICES.contains(params.getOrDefault("notice", "")) ? params.get("notice") : "");
        model.put("request", search(request));
        model.put("statuses", Arrays.stream(Status.values()).map(Status::code).toList());
        model.put("columns", COLUMNS.stream().map(key -> column(key, request)).toList());
        model.put(
                "people",
                page.rows().stream().map(person -> row(person, language)).toList());
        model.put(
                "next",
                page.next()
                        .map(place -> ListAddress.of(request.withAfter(place)))
                        .orElse(""));
        model.put(
                "previous",
                page.previous()
                        .map(place -> ListAddress.of(request.withAfter(place)))
                        .orElse(""));
        Templates.send(http, "list", model);
    }

    private static RequestException refusal(Changeset<ListRequest> invalid, Language language) {
        return RequestException.badRequest(invalid.allErrors().stream()
                .map(error -> error.path() + " " + language.messages().text(error))
                .collect(Collectors.joining("; ")));
    }

    private static Map<String, Object> search(ListRequest request) {
        return Map.of(
                "text",
                Objects.toString(request.text(), ""),
                "status",
                request.status() == null ? "" : request.status().code(),
                "order",
                request.order().code(),
                "isFiltered",
                request.text() != null || request.status() != null);
    }

    private static Map<String, Object> column(String key, ListRequest request) {
        if (!SORTED.contains(key)) {
            return Map.of("key", key, "href", "", "sort", "");
        }
        String order = request.order().code();
        String sort = order.equals(key) ? "ascending" : order.equals("-" + key) ? "descending" : "none";
        ListRequest clicked = request.withOrder(ListOrder.clicked(key, request.order()));
        return Map.of("key", key, "href", ListAddress.of(clicked), "sort", sort);
    }

    private static Map<String, Object> row(Person person, Language language) {
        Address address = person.address();
        String country = new Locale("", address.country()).getDisplayCountry(language.locale());
        Map<String, Object> row = new HashMap<>();
        row.put("href", "/people/" + person.id());
        row.put("name", person.name());
        row.put("email", person.email());
        row.put("phone", person.phone() == null ? "" : person.phone().international());
        row.put(
                "place",
                Stream.of(text(address.city()), country)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(", ")));
        row.put("age", text(person.age()));
        row.put("status", person.status().code());
        row.put("joined", person.joined().toString().substring(0, "2021-05-17".length()));
        row.put("skills", person.skills());
        return row;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
