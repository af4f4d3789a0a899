package dev.ectype.changeset;

/** A record cannot be made because a component of a primitive type has no value. */
final class MissingPrimitiveException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private final int ordinal;
    private final String record;

    MissingPrimitiveException(int ordinal, String component, String record) {
        super("'" + component + "' of " + record + " has no value but a primitive type: require it in the changeset,"
                + " give the field a default, or make the component nullable");
        this.ordinal = ordinal;
        this.record = record;
    }

    /** Tells whether it is the record of that shape, and not one related to it. */
    boolean isOf(Shape<?> shape) {
        return shape.name().equals(record);
    }

    int ordinal() {
        return ordinal;
    }
}
