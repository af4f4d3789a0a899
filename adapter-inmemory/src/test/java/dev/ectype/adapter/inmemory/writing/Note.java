package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.string;

import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A text under a key that nobody makes. */
record Note(@Nullable String key, @Nullable String text) {

    static final class Notes extends Schema<Note> {
        static final Notes NOTES = new Notes();

        final Column<Note, String> key = field("key", string(), primaryKey());
        final Column<Note, String> text = field("text", string());

        private Notes() {
            super(Note.class, "notes");
        }
    }
}
