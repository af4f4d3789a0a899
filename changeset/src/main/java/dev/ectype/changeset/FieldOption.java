package dev.ectype.changeset;

/** One declared property of a field; {@link FieldOptions} has the ready ones. */
@FunctionalInterface
public interface FieldOption {

    /** Returns the settings with this option added. */
    FieldSettings addTo(FieldSettings settings);
}
