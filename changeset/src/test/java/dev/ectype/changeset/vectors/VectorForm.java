package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.Validation;
import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.NumberRule;
import dev.ectype.changeset.rule.Span;
import dev.ectype.changeset.rule.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings what we answer into the form in which the files have what Ecto answers. */
final class VectorForm {
    private VectorForm() {}

    /** Returns a value as plain maps, lists, text and numbers. */
    static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put((String) key, of(each)));
            return plain;
        }
        if (value instanceof Span span) {
            List<Object> numbers = new ArrayList<>();
            span.forEach(number -> numbers.add(BigInteger.valueOf(number)));
            return numbers;
        }
        if (value instanceof Collection<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(each -> plain.add(of(each)));
            return plain;
        }
        return value instanceof Integer || value instanceof Long
                ? BigInteger.valueOf(((Number) value).longValue())
                : special(value);
    }

    private static Object special(Object value) {
        if (value instanceof SeenAs.Atom atom) {
            return atom.name();
        }
        if (value instanceof Changeset<?> child) {
            return child(child);
        }
        if (value instanceof VectorReads.Fetched fetched) {
            return List.of(fetched.where(), wrapped(of(fetched.value())));
        }
        if (value instanceof VectorReads.Applied applied) {
            return applied(applied);
        }
        return value instanceof VectorReads.Validations all ? validations(all.list()) : value;
    }

    /** A null that a list of constants may hold. */
    record Null() {}

    private static Object wrapped(Object value) {
        return value == null ? new Null() : value;
    }

    private static Object child(Changeset<?> child) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("action", child.action().map(VectorForm::name).orElse(null));
        form.put("valid", child.isValid());
        form.put("changes", of(child.changes()));
        form.put("errors", errors(child));
        if (!child.action().filter(Action.INSERT::equals).isPresent()) {
            form.put("data", of(child.data().orElse(null)));
        }
        return new Child(form);
    }

    /** The changeset of a related record. */
    record Child(Map<String, Object> form) {}

    static String name(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    static List<Object> errors(Changeset<?> changeset) {
        List<Object> errors = new ArrayList<>();
        for (FieldError error : changeset.errors()) {
            Map<String, Object> meta = new LinkedHashMap<>();
            error.arguments().forEach((key, value) -> meta.put(key, of(value)));
            List<Object> source = new ArrayList<>();
            error.path().segments().stream().skip(1).forEach(segment -> source.add(segment.text()));
            if (!source.isEmpty()) {
                meta.put("source", source);
            }
            errors.add(List.of(error.path().field(), error.text(), meta));
        }
        return errors;
    }

    private static Object applied(VectorReads.Applied applied) {
        if (applied.result() instanceof Result.Ok<Map<String, Object>> ok) {
            return Map.of("ok", of(ok.value()));
        }
        Changeset<Map<String, Object>> changeset = applied.result().failure().orElseThrow();
        return Map.of("error", Map.of("action", applied.action(), "errors", errors(changeset)));
    }

    private static Object validations(List<Validation> validations) {
        List<Object> all = new ArrayList<>();
        for (Validation validation : validations) {
            all.add(List.of(validation.field(), validation.rule().name(), settings(validation)));
        }
        return all;
    }

    private static Object settings(Validation validation) {
        Map<String, Object> settings = validation.rule().settings();
        if (settings.containsKey("pattern")) {
            return new VectorValues.Regex(((Pattern) settings.get("pattern")).pattern());
        }
        if (settings.containsKey("values")) {
            return of(settings.get("values"));
        }
        List<Object> options = new ArrayList<>();
        settings.forEach((name, value) -> options.add(List.of(name, setting(value))));
        return options;
    }

    private static Object message(Message message) {
        if (message.arguments().isEmpty()) {
            return message.text();
        }
        List<Object> meta = new ArrayList<>();
        message.arguments().forEach((name, value) -> meta.add(List.of(name, of(value))));
        return Map.of("text", message.text(), "meta", meta);
    }

    private static Object setting(Object value) {
        if (value instanceof Message message) {
            return message(message);
        }
        if (value instanceof Unit unit) {
            return unit == Unit.CODE_POINTS ? "codepoints" : unit.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof NumberRule.Kind kind ? kind.code() : of(value);
    }
}
