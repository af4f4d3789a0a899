package dev.ectype.examples.directory;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.repo.Repo;

/** The stores that people can be kept in, by the name that the command line gives them. */
final class Stores {
    private Stores() {}

    /**
     * Opens a store.
     *
     * @throws RefusedException if there is none of that name
     */
    static Repo open(String name) {
        if (name.equals("memory")) {
            return Repo.over(InMemoryAdapter.create());
        }
        throw new RefusedException("--store: there is no store '" + name + "' in this program; use --store=memory.");
    }
}
