package dev.ectype.schema;

import dev.ectype.changeset.FieldOptions;
import dev.ectype.types.Type;
import java.util.function.Supplier;

/** The rows of joins. */
final class JoinRows {
    private JoinRows() {}

    record OfSchema<J>(
            Supplier<? extends Schema<J>> schema,
            Supplier<? extends Column<J, ?>> ownerKey,
            Supplier<? extends Column<J, ?>> relatedKey)
            implements JoinThrough.Rows<J> {
        @Override
        public JoinThrough.Joining<J> resolve(Column<?, ?> owner, Column<?, ?> related) {
            return new JoinThrough.Joining<>(schema.get(), ownerKey.get(), relatedKey.get());
        }

        @Override
        public boolean isSchema() {
            return true;
        }
    }

    record OfSource(String source, String ownerKey, String relatedKey) implements JoinThrough.Rows<JoinRow> {
        @Override
        public JoinThrough.Joining<JoinRow> resolve(Column<?, ?> owner, Column<?, ?> related) {
            KeysOnly schema = new KeysOnly(this, owner.type(), related.type());
            return new JoinThrough.Joining<>(schema, schema.owner, schema.related);
        }

        @Override
        public boolean isSchema() {
            return false;
        }
    }

    /** The schema of rows that have nothing but two keys. */
    private static final class KeysOnly extends Schema<JoinRow> {
        final Column<JoinRow, Object> owner;
        final Column<JoinRow, Object> related;

        /** Declares the keys in the order of their names, so that the schemas of both sides agree. */
        KeysOnly(OfSource rows, Type<?> ownerType, Type<?> relatedType) {
            super(JoinRow.class, rows.source());
            if (rows.ownerKey().compareTo(rows.relatedKey()) < 0) {
                owner = key("owner", ownerType, rows.ownerKey());
                related = key("related", relatedType, rows.relatedKey());
            } else {
                related = key("related", relatedType, rows.relatedKey());
                owner = key("owner", ownerType, rows.ownerKey());
            }
            index(owner);
            index(related);
        }

        @SuppressWarnings("unchecked") // the row holds keys of any type
        private Column<JoinRow, Object> key(String name, Type<?> type, String stored) {
            return field(name, (Type<Object>) type, FieldOptions.source(stored), FieldOptions.primaryKey());
        }
    }
}
