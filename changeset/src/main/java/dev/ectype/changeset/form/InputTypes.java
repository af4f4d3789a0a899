package dev.ectype.changeset.form;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Validation;
import dev.ectype.changeset.rule.Format;
import dev.ectype.types.stored.Storage;

/** Chooses the HTML input of a field. */
final class InputTypes {

    /** Ends the names of types to the microsecond; a browser empties an input of time with a value that is so exact. */
    private static final String FINER = "_micros";

    private InputTypes() {}

    static String of(Field<?, ?> field, Changeset<?> changeset) {
        if (field.settings().isRedacted()) {
            return "password";
        }
        for (Validation validation : changeset.validations()) {
            boolean own = validation.field().equals(field.name());
            if (own
                    && validation.rule() instanceof Format format
                    && format.input().isPresent()) {
                return format.input().get();
            }
        }
        if (!InputOptions.of(field, changeset).isEmpty()) {
            return "select";
        }
        return field.type().storage() instanceof Storage.Scalar scalar
                ? of(scalar, field.type().name())
                : "text";
    }

    private static String of(Storage.Scalar storage, String type) {
        return switch (storage) {
            case INT32, INT64, INTEGER, FLOAT64, DECIMAL -> "number";
            case BOOLEAN -> "checkbox";
            case DATE -> "date";
            case TIME -> type.endsWith(FINER) ? "text" : "time";
            case DATE_TIME -> type.endsWith(FINER) ? "text" : "datetime-local";
            case TEXT -> type.equals("phone") ? "tel" : type.equals("email") || type.equals("uri") ? url(type) : "text";
            default -> "text";
        };
    }

    private static String url(String type) {
        return type.equals("uri") ? "url" : "email";
    }
}
