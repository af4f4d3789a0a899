package dev.ectype.examples.directory.web;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.PersonChangeset;
import dev.ectype.repo.Repo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A directory that is served on a free port, with its store at hand and what its failures told. */
final class Served implements AutoCloseable {
    final Repo repo;
    final DirectoryServer server;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Served(Repo repo) {
        this.repo = repo;
        this.server = DirectoryServer.start(repo, 0, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    static Served inMemory() {
        return over(Repo.over(InMemoryAdapter.create()));
    }

    static Served over(Repo repo) {
        return new Served(repo);
    }

    /** Returns an address of the server. */
    String at(String path) {
        return server.address() + path.substring(1);
    }

    /** Returns what the server told of failures that nobody expected. */
    String failures() {
        return log.toString(StandardCharsets.UTF_8);
    }

    Person person(String name) {
        return person(name, Map.of());
    }

    /** Stores somebody who lives in Athens. */
    Person person(String name, Map<String, ?> more) {
        Map<String, Object> params = new HashMap<>(Map.of(
                "name",
                name,
                "email",
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org",
                "phone",
                "+30 21 0123 4567",
                "age",
                30,
                "address",
                Map.of("city", "Athens", "country", "GR"),
                "skills",
                List.of("java"),
                "status",
                "active",
                "joined",
                "2021-05-17T09:30:00Z"));
        params.putAll(more);
        return repo.insert(PersonChangeset.of(params)).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
        repo.close();
    }
}
