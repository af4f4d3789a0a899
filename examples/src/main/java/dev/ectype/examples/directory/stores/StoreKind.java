package dev.ectype.examples.directory.stores;

import dev.ectype.repo.Repo;
import java.util.Optional;

/** One kind of store: the values of {@code --store} that mean it, and how it is made ready for people. */
interface StoreKind {

    /** Returns what is written to mean this kind, for help and errors. */
    String values();

    /**
     * Opens the store, with all that its schema needs in it, if the value means this kind.
     *
     * @param value a name, or a URL with the address of a server
     * @return nothing if the value means another kind
     * @throws dev.ectype.error.MappingException if the store cannot be reached or the value is not complete
     */
    Optional<Repo> open(String value);
}
