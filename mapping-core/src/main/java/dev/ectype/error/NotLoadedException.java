package dev.ectype.error;

import java.util.Map;

/** Says that a program asked for related records that were not read; nothing is ever read behind its back. */
public final class NotLoadedException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code association} is the names of the record and the association, if they are known. */
    public NotLoadedException(String association) {
        super(
                Kind.USAGE,
                "the related records were not read; ask for them with preload(...) on the query, or read them for"
                        + " records that are there with repo.preload(records, ...)",
                association.isEmpty() ? Map.of() : Map.of("association", association));
    }
}
