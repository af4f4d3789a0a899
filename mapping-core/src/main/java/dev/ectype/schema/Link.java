package dev.ectype.schema;

/**
 * The two columns whose equal values relate records.
 *
 * @param owner the owner's column
 * @param related the related record's column
 */
public record Link<R, E>(Column<R, ?> owner, Column<E, ?> related) {

    /** Tells whether values of both columns are stored alike, so that they can be equal. */
    boolean fits() {
        return owner.type().storage().equals(related.type().storage())
                && owner.type().valueClass() == related.type().valueClass();
    }
}
