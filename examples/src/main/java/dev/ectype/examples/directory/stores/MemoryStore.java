package dev.ectype.examples.directory.stores;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.repo.Repo;
import java.util.Optional;

/** The store inside this process, which ends with it. */
final class MemoryStore implements StoreKind {

    @Override
    public String values() {
        return "memory";
    }

    @Override
    public Optional<Repo> open(String value) {
        return value.equals("memory") ? Optional.of(Repo.over(InMemoryAdapter.create())) : Optional.empty();
    }
}
