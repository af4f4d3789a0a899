package dev.ectype.examples.directory.stores;

import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stores that people can be kept in. Everything above the {@link Repo} is the same on each of them. */
public final class Stores {
    /** The store that needs nothing. */
    public static final String DEFAULT = "memory";

    private static final List<StoreKind> KINDS =
            List.of(new MemoryStore(), new MongoStore(), new DynamoStore(), new LdapStore());

    private Stores() {}

    /**
     * Opens a store.
     *
     * @param value a name such as {@code memory} or {@code mongo}, or the URL of a server
     * @throws UnknownStoreException if the value means none
     * @throws dev.ectype.error.MappingException if the store cannot be reached
     */
    public static Repo open(String value) {
        return KINDS.stream()
                .map(kind -> kind.open(value))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnknownStoreException("--store: there is no store '" + withoutSecret(value)
                        + "' in this program; there are " + values() + "."));
    }

    /** Returns what is written to mean each kind, with commas between them. */
    public static String values() {
        return KINDS.stream().map(StoreKind::values).collect(Collectors.joining(", "));
    }

    /** Returns a value as it may be shown: a URL may have a password in it. */
    public static String withoutSecret(String value) {
        return value.replaceAll("//[^/]*@", "//***@");
    }
}
