package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.Set;

/**
 * What the adapter claims on each server, where texts are octet strings, numbers and times have their syntaxes, and what has
 * parts is JSON.
 */
final class Profiles {
    private static final String CONSTANTS = "a directory compares attributes with constants only";
    private static final String NO_ORDER = "no order that agrees with the values'";
    private static final String UNSORTED = "no rule that sorts as this column is compared";
    private static final String FOLDED = "takes for equal what differs";
    private static final String ONE_VALUE = "in one value";
    private static final Set<Scalar> PRINTED = Set.of(Scalar.FLOAT64, Scalar.DECIMAL, Scalar.TIME, Scalar.DURATION);

    private Profiles() {}

    private static AdapterProfile common() {
        AdapterProfile profile = AdapterProfile.of("LDAP")
                .without(Capability.FIELD_COMPARISON, CONSTANTS)
                .without(Capability.FUNCTIONS, CONSTANTS)
                .without(Capability.ARITHMETIC, CONSTANTS)
                .without(Capability.ORDER_BY_EXPRESSION, "sorts by attributes only")
                .without(Capability.KEYSET, "does not go on behind a row")
                .without(Capability.TEXT_IGNORING_CASE, "tells upper from lower case")
                .without(Capability.NESTED_PATHS, CONSTANTS)
                .without(Capability.LIST_POSITIONS, CONSTANTS)
                .without(Capability.MAP_KEYS, CONSTANTS)
                .without(Capability.STRUCTURE_EQUALITY, ONE_VALUE)
                .without(Capability.LIST_SIZE, "a directory does not count values");
        return values(writes(parts(profile)));
    }

    private static AdapterProfile values(AdapterProfile profile) {
        return profile.without(Capability.EMPTY_TEXT, "")
                .without(Capability.EMPTY_COLLECTIONS, "")
                .without(Capability.FAR_TIMES, "GeneralizedTime")
                .without(Capability.DOTTED_NAMES, "a name of letters, digits and hyphens")
                .withoutForm(Predicate.Compare.class, Profiles::comparesPrinted, NO_ORDER)
                .withoutForm(
                        Predicate.In.class, in -> PRINTED.contains(in.operand().storage()), NO_ORDER)
                .withoutForm(Order.class, order -> isUnsorted(order.operand().storage()), UNSORTED)
                .withoutForm(Order.class, Profiles::isInside, "sorts by attributes only")
                .withoutForm(Order.class, order -> true, "servers have one place for entries without a value")
                .withoutForm(Predicate.Compare.class, Profiles::ignoresCase, "tells upper from lower case")
                .withoutForm(Predicate.Text.class, Profiles::hasOneCharacter, "no pattern for one character")
                .withoutForm(Predicate.Contains.class, contains -> isList(contains.list()), ONE_VALUE)
                .withoutForm(Predicate.ContainsAll.class, contains -> isList(contains.list()), ONE_VALUE)
                .withoutForm(Predicate.Size.class, size -> !isSet(size.list()), ONE_VALUE)
                .withoutForm(Predicate.AnyElement.class, any -> isList(any.list()), ONE_VALUE);
    }

    private static boolean comparesPrinted(Predicate.Compare compare) {
        return compare.left().storage() instanceof Scalar scalar && PRINTED.contains(scalar);
    }

    private static boolean isUnsorted(Storage storage) {
        return storage == Scalar.BOOLEAN || (storage instanceof Scalar scalar && PRINTED.contains(scalar));
    }

    private static boolean isInside(Order order) {
        return !(order.operand() instanceof FieldPath path && path.isTopLevel());
    }

    private static boolean ignoresCase(Predicate.Compare compare) {
        return compare.left() instanceof Operand.Call call && call.function() == Operand.Function.LOWER;
    }

    private static boolean hasOneCharacter(Predicate.Text text) {
        return text.match() == Predicate.Text.Match.LIKE
                && LikePattern.parse((String) text.pattern().value()).parts().stream()
                        .anyMatch(LikePattern.AnyCodePoint.class::isInstance);
    }

    private static boolean isList(FieldPath path) {
        return path.storage() instanceof Storage.ListOf;
    }

    private static boolean isSet(FieldPath path) {
        return path.storage() instanceof Storage.SetOf;
    }

    private static AdapterProfile writes(AdapterProfile profile) {
        return profile.without(Capability.KEYLESS, "an entry is named by attributes that must have a value")
                .without(Capability.NESTED_CHANGES, "a part of a value cannot be changed alone")
                .without(Capability.LIST_CHANGES, "the values of this column cannot be changed so")
                .without(Capability.UPSERT_BY_INDEX, "a directory knows of conflicts of names only");
    }

    private static AdapterProfile parts(AdapterProfile profile) {
        return profile.without(Capability.BULK_INSERT, "")
                .without(Capability.BULK_CHANGE, "")
                .without(Capability.AGGREGATION, "")
                .without(Capability.JOINS, "joins no entries")
                .without(Capability.TRANSACTIONS, "");
    }

    static AdapterProfile slapd() {
        return common().without(Capability.ATOMIC_WRITES, "")
                .without(Server.isGiven() ? Capability.UNIQUE_INDEXES : Capability.COMPOUND_UNIQUE, "");
    }

    static AdapterProfile inMemory() {
        return common().without(Capability.UNIQUE_INDEXES, "")
                .withoutForm(Predicate.Compare.class, compare -> isTime(compare.left()), FOLDED)
                .withoutForm(Predicate.In.class, in -> isTime(in.operand()), FOLDED)
                .withoutForm(Order.class, order -> isTime(order.operand()), UNSORTED);
    }

    /** This server compares times to the millisecond. */
    private static boolean isTime(Operand operand) {
        return operand.storage() == Scalar.INSTANT || operand.storage() == Scalar.DATE_TIME;
    }
}
