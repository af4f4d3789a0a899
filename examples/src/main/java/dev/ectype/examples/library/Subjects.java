package dev.ectype.examples.library;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.string;

import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;

/** The schema of subjects, whose names are their keys. */
public final class Subjects extends Schema<Subject> {
    public static final Subjects SUBJECTS = new Subjects();
    public final Column<Subject, String> name = field("name", string(), primaryKey());

    private Subjects() {
        super(Subject.class, "subjects");
    }
}
