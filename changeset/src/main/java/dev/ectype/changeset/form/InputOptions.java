package dev.ectype.changeset.form;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Validation;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Finds what there is to choose from: the values of a type that has only a few, or those that a rule lists. */
final class InputOptions {

    private InputOptions() {}

    static List<String> of(Field<?, ?> field, Changeset<?> changeset) {
        Type<?> type = field.type();
        List<String> ofType = of(type.element().isPresent() ? type.element().get() : type);
        return ofType.isEmpty() ? ofRules(field, changeset) : ofType;
    }

    private static List<String> of(Type<?> type) {
        return type.cast(new Object()) instanceof Cast.Failed<?> failed
                        && failed.path().isEmpty()
                        && failed.arguments().get("enum") instanceof Collection<?> names
                ? names.stream().map(name -> option(name, type)).toList()
                : List.of();
    }

    /** What is there is drawn by its code, so the choice is sent by it too. */
    private static String option(Object name, Type<?> type) {
        return type.cast(name) instanceof Cast.Ok<?> ok && ok.value() != null
                ? InputValues.text(ok.value(), type)
                : name.toString();
    }

    private static List<String> ofRules(Field<?, ?> field, Changeset<?> changeset) {
        for (Validation validation : changeset.validations()) {
            if (validation.field().equals(field.name())
                    && validation.rule() instanceof Membership<?> membership
                    && membership.kind() != Membership.Kind.EXCLUSION
                    && membership.values() instanceof List<?> values) {
                Type<?> type = field.type();
                Type<?> chosen = type.element().isPresent() ? type.element().get() : type;
                return values.stream()
                        .filter(Objects::nonNull)
                        .map(value -> InputValues.text(value, chosen))
                        .toList();
            }
        }
        return List.of();
    }
}
