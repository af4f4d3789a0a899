package dev.ectype.changeset.form;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The inputs of a changeset: its permitted fields, with what was typed and what is wrong with it, and the forms of its
 * related records. Immutable.
 */
public final class Form {
    private final Changeset<?> changeset;
    private final Messages messages;
    private final String prefix;
    private final Shown shown;

    /** What a form does not draw: errors, or what was typed and what is there. */
    private record Shown(boolean silent, boolean secret) {
        static final Shown ALL = new Shown(false, false);

        Shown less(boolean moreSilent, boolean moreSecret) {
            return new Shown(silent || moreSilent, secret || moreSecret);
        }
    }

    private Form(Changeset<?> changeset, Messages messages, String prefix, Shown shown) {
        this.changeset = changeset;
        this.messages = messages;
        this.prefix = prefix;
        this.shown = shown;
    }

    /** Returns the form of a changeset in English, whose inputs are named as its params are. */
    public static Form of(Changeset<?> changeset) {
        return new Form(changeset, Messages.in(Locale.ENGLISH), "", Shown.ALL);
    }

    /** Returns the form with texts in another language. */
    public Form in(Messages texts) {
        return new Form(changeset, texts, prefix, shown);
    }

    /** Returns the form with inputs named below another name: {@code user[email]}. */
    public Form named(String name) {
        return new Form(changeset, messages, name, shown);
    }

    /** Returns the form without errors, for one that nobody has filled in yet. */
    public Form withoutErrors() {
        return new Form(changeset, messages, prefix, shown.less(true, false));
    }

    /** Returns the inputs of the permitted fields, in their order. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (Field<?, ?> field : changeset.permitted()) {
            inputs.add(input(field));
        }
        return inputs;
    }

    /**
     * Returns the input of one field.
     *
     * @throws IllegalArgumentException if the shape has no such field
     */
    public Input input(String field) {
        return input(changeset.shape().require(field));
    }

    private Input input(Field<?, ?> field) {
        String param = param(field);
        String name = name(param);
        return new Input(
                id(name),
                name,
                InputTypes.of(field, changeset),
                shown.secret() ? List.of() : InputValues.of(field, changeset),
                InputOptions.of(field, changeset),
                errors(param),
                Attributes.of(field, changeset));
    }

    /** Returns the texts of the errors at one name, be it a field's or not; an empty name is the whole record's. */
    public List<String> errors(String name) {
        return shown.silent()
                ? List.of()
                : changeset.errors().stream()
                        .filter(error -> error.path().field().equals(name))
                        .map(this::text)
                        .toList();
    }

    private String text(FieldError error) {
        return messages.text(error);
    }

    /**
     * Returns the form of the record of a relation to one; an empty form of a record of its first kind if there is none yet,
     * or if it would be removed.
     *
     * @throws IllegalArgumentException if the shape has no such relation
     */
    public Form form(String relation) {
        return forms(relation).stream().findFirst().orElseGet(() -> blank(relation));
    }

    private Form blank(String relation) {
        Relation<?, ?, ?> found = (Relation<?, ?, ?>) changeset.shape().require(relation);
        return child(blank(changeset, found), found, name(param(found)), true);
    }

    @SuppressWarnings("unchecked") // the relation was found in the changeset's own shape
    private static <R> Changeset<?> blank(Changeset<R> changeset, Relation<?, ?, ?> relation) {
        return changeset.blank((Relation<R, ?, ?>) relation).values().iterator().next();
    }

    private Form child(Changeset<?> related, Relation<?, ?, ?> relation, String name, boolean withoutErrors) {
        boolean secret = relation.settings().isRedacted();
        return new Form(related, messages, name, shown.less(withoutErrors, secret));
    }

    private static String param(Field<?, ?> field) {
        return field.settings().external().orElse(field.name());
    }

    /**
     * Returns the forms of the records of a relation, those that would be removed left out.
     *
     * @throws IllegalArgumentException if the shape has no such relation
     */
    public List<Form> forms(String relation) {
        if (changeset.shape().require(relation) instanceof Relation<?, ?, ?> found) {
            return forms(found);
        }
        throw new IllegalArgumentException(
                "'" + relation + "' of " + changeset.shape().name() + " holds no records");
    }

    private List<Form> forms(Relation<?, ?, ?> relation) {
        String name = name(param(relation));
        List<Form> forms = new ArrayList<>();
        int index = 0;
        for (Changeset<?> child : related(changeset, relation)) {
            Action action = child.action().orElse(null);
            if (action != Action.REPLACE && action != Action.DELETE) {
                forms.add(child(child, relation, relation.isMany() ? name + "[" + index + "]" : name, false));
                index++;
            }
        }
        return forms;
    }

    @SuppressWarnings("unchecked") // the relation was found in the changeset's own shape
    private static <R> List<? extends Changeset<?>> related(Changeset<R> changeset, Relation<?, ?, ?> relation) {
        return changeset.relatedByRules((Relation<R, ?, ?>) relation);
    }

    private String name(String param) {
        return prefix.isEmpty() ? param : prefix + "[" + param + "]";
    }

    private static String id(String name) {
        return name.replace("][", "_").replace('[', '_').replace("]", "");
    }
}
