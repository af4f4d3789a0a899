package dev.ectype.schema;

import static dev.ectype.schema.AssociationOptions.Option.changeset;
import static dev.ectype.schema.AssociationOptions.Option.defaults;
import static dev.ectype.schema.AssociationOptions.Option.external;
import static dev.ectype.schema.AssociationOptions.Option.onDelete;
import static dev.ectype.schema.AssociationOptions.Option.onReplace;
import static dev.ectype.schema.AssociationOptions.Option.preloadOrder;
import static dev.ectype.schema.AssociationOptions.Option.references;
import static dev.ectype.schema.AssociationOptions.Option.unique;
import static dev.ectype.schema.AssociationOptions.Option.where;

import dev.ectype.changeset.OnReplace;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.AssociationOptions.Option;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A kind of association: the name of the method that declares it, and what it may be told.
 *
 * @param options the options
 * @param replacing the modes of {@code onReplace}
 * @param deleting the modes of {@code onDelete}
 */
record AssociationKind(String name, Set<Option> options, Set<OnReplace> replacing, Set<OnDelete> deleting) {
    static final AssociationKind BELONGS_TO = new AssociationKind(
            "belongsTo",
            EnumSet.of(references, where, defaults, changeset, onReplace, external),
            EnumSet.allOf(OnReplace.class),
            EnumSet.of(OnDelete.NOTHING));
    static final AssociationKind HAS_ONE = new AssociationKind(
            "hasOne",
            EnumSet.of(references, where, defaults, changeset, onReplace, onDelete, external),
            EnumSet.allOf(OnReplace.class),
            EnumSet.allOf(OnDelete.class));
    static final AssociationKind HAS_MANY = new AssociationKind(
            "hasMany",
            EnumSet.of(references, where, preloadOrder, defaults, changeset, onReplace, onDelete, external),
            EnumSet.complementOf(EnumSet.of(OnReplace.UPDATE)),
            EnumSet.allOf(OnDelete.class));
    static final AssociationKind MANY_TO_MANY = new AssociationKind(
            "manyToMany",
            EnumSet.of(where, preloadOrder, defaults, changeset, onReplace, onDelete, unique, external),
            EnumSet.of(OnReplace.RAISE, OnReplace.MARK_AS_INVALID, OnReplace.DELETE),
            EnumSet.of(OnDelete.NOTHING, OnDelete.DELETE_ALL));
    static final AssociationKind HAS_THROUGH = new AssociationKind(
            "hasThrough",
            EnumSet.noneOf(Option.class),
            EnumSet.of(OnReplace.MARK_AS_INVALID),
            EnumSet.of(OnDelete.NOTHING));

    /** Makes sure that the options are ones of this kind. */
    void check(Association<?, ?, ?> association) {
        for (Option option : association.options().names()) {
            require(association, "option", option, options);
        }
        require(association, "onReplace", association.settings().onReplace(), replacing);
        require(association, "onDelete", association.onDelete(), deleting);
    }

    private <T> void require(Association<?, ?, ?> association, String what, T given, Set<T> valid) {
        if (!valid.contains(given)) {
            Map<String, Object> context = new LinkedHashMap<>();
            context.put("association", association);
            context.put("kind", name);
            context.put(what, given);
            context.put("valid", valid);
            throw new MappingException(Kind.USAGE, "this kind of association has no such " + what, context);
        }
    }
}
