package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Violation;
import dev.ectype.types.Cast;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes errors; the one place where the values of secret fields are taken out of them. */
final class Errors {

    private Errors() {}

    static FieldError exceeded(Path path, Limits.Exceeded bound) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("count", bound.count());
        arguments.put("validation", "limit");
        arguments.put("kind", bound.kind());
        return new FieldError(path, "limit.".concat(bound.kind()), bound.text(), arguments, Origin.PARAMS);
    }

    static FieldError cast(Field<?, ?> field, Object given, Cast.Failed<?> failed, CastOptions options) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("type", field.type().name());
        arguments.put("validation", "cast");
        for (Map.Entry<String, Object> argument : failed.arguments().entrySet()) {
            if (!argument.getKey().equals("type")) {
                arguments.put(argument.getKey(), argument.getValue());
            }
        }
        String own = options.message(field, arguments);
        String text = own != null ? own : failed.message() != null ? failed.message() : "is invalid";
        Path path = path(field).below(failed.path());
        FieldError error =
                new FieldError(path, String.valueOf(arguments.get("validation")), text, arguments, Origin.CAST);
        return redacted(field, error, given);
    }

    static FieldError required(Field<?, ?> field, @Nullable Message message) {
        return of(field, Violation.of("required", "can't be blank", message));
    }

    static FieldError violated(Field<?, ?> field, Violation violation, @Nullable Object value) {
        return redacted(field, of(field, violation), value);
    }

    /** Returns an error that does not show the value if the field is secret. */
    static FieldError redacted(Field<?, ?> field, FieldError error, @Nullable Object value) {
        return value == null || !field.settings().isRedacted() ? error : Redaction.of(error, value);
    }

    static FieldError of(Field<?, ?> field, Violation violation) {
        return at(path(field), violation);
    }

    static FieldError at(Path path, Violation violation) {
        return new FieldError(path, violation.code(), violation.text(), violation.arguments(), Origin.VALIDATION);
    }

    static FieldError program(Path path, String code, Message message) {
        return new FieldError(path, code, message.text(), message.arguments(), Origin.PROGRAM);
    }

    static Path path(Field<?, ?> field) {
        return Path.of(param(field));
    }

    /** Returns the name by which params and errors know a field. */
    static String param(Field<?, ?> field) {
        return field.settings().external().orElse(field.name());
    }
}
