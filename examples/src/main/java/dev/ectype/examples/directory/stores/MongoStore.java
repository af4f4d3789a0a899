package dev.ectype.examples.directory.stores;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.repo.Repo;
import java.util.Optional;

/** A MongoDB server: by its URL, or the one on this machine. */
final class MongoStore implements StoreKind {
    private static final String ON_THIS_MACHINE = "mongodb://localhost:27017/directory";

    @Override
    public String values() {
        return "mongo, mongodb://HOST/DATABASE";
    }

    @Override
    public Optional<Repo> open(String value) {
        if (value.equals("mongo")) {
            return Optional.of(connect(ON_THIS_MACHINE));
        }
        return value.startsWith("mongodb://") || value.startsWith("mongodb+srv://")
                ? Optional.of(connect(value))
                : Optional.empty();
    }

    private static Repo connect(String url) {
        MongoAdapter adapter = MongoAdapter.connect(url);
        try {
            adapter.storage(PEOPLE.asSource()).create();
            return Repo.over(adapter);
        } catch (RuntimeException failure) {
            adapter.close();
            throw failure;
        }
    }
}
