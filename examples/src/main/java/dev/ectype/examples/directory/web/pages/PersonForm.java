package dev.ectype.examples.directory.web.pages;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.form.Form;
import dev.ectype.changeset.form.Input;
import dev.ectype.changeset.view.ErrorViews;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.web.http.Language;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The form of a person: its fields in the order in which people fill them in, with labels in their language. */
final class PersonForm {
    private static final String SKILLS = "skills";

    /** Sorting all countries by the rules of a language takes longer than the rest of a page. */
    private static final Map<Offered, List<Choice>> SORTED = new ConcurrentHashMap<>();

    private record Offered(Locale locale, List<String> values) {}

    private final Form form;
    private final Map<String, List<String>> all;
    private final Language language;

    private PersonForm(Form form, Map<String, List<String>> all, Language language) {
        this.form = form;
        this.all = all;
        this.language = language;
    }

    /** Returns the form of a changeset that was sent. */
    static PersonForm of(Changeset<Person> person, Language language) {
        Map<String, List<String>> all =
                ErrorViews.of(person, language.messages()).byFormName();
        return new PersonForm(Form.of(person).in(language.messages()), all, language);
    }

    /** Returns the form of a changeset that nobody has sent yet. */
    static PersonForm fresh(Changeset<Person> person, Language language) {
        return new PersonForm(Form.of(person).in(language.messages()).withoutErrors(), Map.of(), language);
    }

    /** Returns the params of a form; one text says all skills, with commas between them. */
    static Map<String, Object> params(Map<String, Object> sent) {
        Map<String, Object> params = new HashMap<>(sent);
        if (sent.get(SKILLS) instanceof String text) {
            params.put(
                    SKILLS,
                    Arrays.stream(text.split(",", -1)).map(String::strip).toList());
        }
        return params;
    }

    // snippet:form-fields
    /** Returns the fields; the first one that is wrong has the focus. */
    List<FieldView> fields() {
        Form address = form.form("address");
        List<FieldView> fields = new ArrayList<>();
        fields.add(field(form.input("name")));
        fields.add(field(form.input("email")));
        fields.add(field(address.input("country"), this::country));
        fields.add(field(address.input("city")));
        fields.add(field(form.input("phone")));
        fields.add(field(form.input("born")));
        fields.add(field(form.input("age")));
        fields.add(field(form.input("skills")));
        fields.add(field(form.input("status"), this::status));
        return withFocus(fields);
    }
    // end

    private static List<FieldView> withFocus(List<FieldView> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).invalid()) {
                fields.set(i, fields.get(i).withFocus());
                return fields;
            }
        }
        return fields;
    }

    private FieldView field(Input input) {
        return field(input, List.of());
    }

    private FieldView field(Input input, UnaryOperator<String> text) {
        Offered offered = new Offered(language.locale(), input.options());
        return field(input, SORTED.computeIfAbsent(offered, key -> sorted(key, text)));
    }

    private static List<Choice> sorted(Offered offered, UnaryOperator<String> text) {
        return offered.values().stream()
                .map(value -> new Choice(value, text.apply(value)))
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(offered.locale())))
                .toList();
    }

    private FieldView field(Input input, List<Choice> choices) {
        String label = language.texts().getOrDefault("field." + input.id(), input.id());
        String hint = language.texts().getOrDefault("hint." + input.id(), "");
        return new FieldView(input, label, hint, choices, false);
    }

    private String country(String code) {
        return new Locale("", code).getDisplayCountry(language.locale());
    }

    private String status(String code) {
        return language.texts().getOrDefault("status." + code, code);
    }

    /** Returns the errors that are on none of the fields, such as that of a name which nobody knows. */
    List<String> others() {
        List<String> names =
                fields().stream().map(field -> field.input().name()).toList();
        return all.entrySet().stream()
                .filter(error -> names.stream()
                        .noneMatch(name ->
                                error.getKey().equals(name) || error.getKey().startsWith(name + "[")))
                .map(error -> error.getKey() + " " + String.join(", ", error.getValue()))
                .toList();
    }

    /** Returns the texts of the errors by the name of the field, for the script; empty for those that are right. */
    Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        fields().forEach(field -> errors.put(field.input().name(), field.input().errors()));
        return errors;
    }
}
