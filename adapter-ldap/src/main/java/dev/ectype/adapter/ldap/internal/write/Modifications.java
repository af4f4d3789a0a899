package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.MatchKind;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Values;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.types.stored.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns assignments into modifications of just the values that change. Some need to know the entry as it is: then the old
 * value is removed by name, so that the server refuses if it is another one by now.
 */
final class Modifications {
    private final Directory directory;
    private final EntryMapping mapping;
    private final Optional<Row> before;

    /** Turns the assignments of one source; {@code before} is what their writer took the row to be, if it said so. */
    Modifications(Directory directory, EntryMapping mapping, Optional<Row> before) {
        this.directory = directory;
        this.mapping = mapping;
        this.before = before;
    }

    /** Tells whether an assignment can only be written by who knows the entry. */
    boolean needsCurrent(Assignment assignment) {
        return switch (assignment.operation()) {
            case MIN, MAX -> true;
            case INCREMENT -> !canIncrement(column(assignment));
            case SET, PUSH, PULL, ADD_TO_SET, UPDATE_ELEMENTS -> false;
        };
    }

    private boolean canIncrement(AttributeColumn column) {
        return directory.has(Offer.INCREMENT) && column.facts().match() == MatchKind.INTEGER;
    }

    private AttributeColumn column(Assignment assignment) {
        return mapping.column(assignment.path().slot());
    }

    /** Returns the modifications that do the assignments on an entry that was not read. */
    List<Modification> blind(List<Assignment> assignments) {
        List<Modification> all = new ArrayList<>();
        for (Assignment assignment : assignments) {
            Optional<Difference> difference = difference(checked(assignment), assignment);
            if (difference.isPresent()) {
                all.addAll(difference.get().modifications());
            } else {
                addWithCopies(blind(assignment), all);
            }
        }
        return all;
    }

    /** Tells whether an assignment of a whole value is sent as the elements that make the difference. */
    boolean isDifference(Assignment assignment) {
        return difference(column(assignment), assignment).isPresent();
    }

    /**
     * Returns the elements that make the difference, if the writer said what the row was, and the server can tell values
     * of the attribute apart. What no attribute holds is left to be refused as a whole.
     */
    private Optional<Difference> difference(AttributeColumn column, Assignment assignment) {
        boolean isWhole = assignment.operation() == Operation.SET && assignment.value() instanceof Collection<?>;
        if (before.isEmpty() || !isWhole || !hasNamedValues(column)) {
            return Optional.empty();
        }
        Collection<?> after = (Collection<?>) Objects.requireNonNull(assignment.value());
        return Optional.of(after)
                .filter(elements ->
                        elements.stream().noneMatch(AttributeColumn::isAbsent) && areDistinct(column, elements))
                .map(elements ->
                        Difference.of(column, before.get().get(assignment.path().slot()), elements))
                .filter(found -> !found.isNothing());
    }

    private boolean hasNamedValues(AttributeColumn column) {
        return column.values() != AttributeColumn.Values.ONE
                && !column.isEntries()
                && column.facts().match() != MatchKind.NONE
                && mapping.copiesOf(column.attribute()).isEmpty();
    }

    private static boolean areDistinct(AttributeColumn column, Collection<?> elements) {
        return elements.stream().map(column::encodeElement).distinct().count() == elements.size();
    }

    private void addWithCopies(Modification modification, List<Modification> all) {
        all.add(modification);
        mapping.copiesOf(modification.getAttributeName())
                .forEach(copy -> all.add(
                        new Modification(modification.getModificationType(), copy, modification.getRawValues())));
    }

    private Modification blind(Assignment assignment) {
        AttributeColumn column = checked(assignment);
        Object value = assignment.value();
        return switch (assignment.operation()) {
            case SET -> replace(column, value);
            case PUSH, ADD_TO_SET -> one(ModificationType.ADD, column, value);
            case PULL -> one(ModificationType.DELETE, column, value);
            default -> new Modification(ModificationType.INCREMENT, column.attribute(), String.valueOf(value));
        };
    }

    private AttributeColumn checked(Assignment assignment) {
        AttributeColumn column = column(assignment);
        if (!assignment.path().isTopLevel()) {
            throw refused(column, "a part of a value cannot be changed alone: set the whole value");
        }
        if (assignment.operation() != Operation.SET
                && !mapping.copiesOf(column.attribute()).isEmpty()) {
            throw refused(column, "other attributes have its value as well: set the whole value");
        }
        if (assignment.operation() == Operation.SET) {
            requireWhole(column);
        } else if (assignment.operation() == Operation.UPDATE_ELEMENTS
                || isOnElements(assignment.operation()) == (column.values() == AttributeColumn.Values.ONE)
                || column.isJson()) {
            throw refused(column, "the values of this column cannot be changed so: set the whole value");
        }
        return column;
    }

    private static void requireWhole(AttributeColumn column) {
        if (column.column().firstOfMany() && !column.facts().singleValued()) {
            throw refused(column, "setting the value that shows would remove the others: make the column a set");
        }
    }

    private static boolean isOnElements(Operation operation) {
        return operation == Operation.PUSH || operation == Operation.PULL || operation == Operation.ADD_TO_SET;
    }

    private static MappingException refused(AttributeColumn column, String why) {
        return new MappingException(
                MappingException.Kind.UNSUPPORTED,
                why,
                Map.of("field", column.field(), "attribute", column.attribute()));
    }

    private static Modification replace(AttributeColumn column, @Nullable Object value) {
        Optional<Attribute> attribute = column.encode(value);
        return attribute
                .map(a -> new Modification(ModificationType.REPLACE, a.getName(), a.getRawValues()))
                .orElseGet(() -> new Modification(ModificationType.REPLACE, column.attribute()));
    }

    private static Modification one(ModificationType type, AttributeColumn column, @Nullable Object value) {
        return new Modification(type, column.attribute(), new ASN1OctetString[] {column.encodeElement(value)});
    }

    /** Returns the modifications that do the assignments on an entry that is as said; none if it is so already. */
    List<Modification> knowing(Row current, List<Assignment> assignments) {
        List<Modification> all = new ArrayList<>();
        for (Assignment assignment : assignments) {
            AttributeColumn column = checked(assignment);
            Object now = current.get(assignment.path().slot());
            Object operand = assignment.value();
            switch (assignment.operation()) {
                case SET -> set(column, now, assignment, all);
                case PUSH -> all.add(one(ModificationType.ADD, column, operand));
                case ADD_TO_SET -> addUnless(has(now, operand), one(ModificationType.ADD, column, operand), all);
                case PULL -> addUnless(!has(now, operand), one(ModificationType.DELETE, column, operand), all);
                case INCREMENT -> increment(column, now, assignment, all);
                default -> exchange(column, now, Arithmetic.result(assignment, now), all);
            }
        }
        return all;
    }

    private void set(AttributeColumn column, @Nullable Object now, Assignment assignment, List<Modification> all) {
        Optional<Difference> difference = difference(column, assignment);
        if (difference.isPresent()) {
            all.addAll(difference.get().from(column, now).modifications());
        } else {
            addWithCopies(replace(column, assignment.value()), all);
        }
    }

    private void increment(
            AttributeColumn column, @Nullable Object now, Assignment assignment, List<Modification> all) {
        Object sum = Arithmetic.result(assignment, now);
        if (now != null && canIncrement(column) && fitsServers(now) && fitsServers(sum)) {
            all.add(blind(assignment));
        } else {
            exchange(column, now, sum, all);
        }
    }

    /** Servers count in 64 bits, or refuse. */
    private static boolean fitsServers(Object number) {
        return !(number instanceof BigInteger big) || big.bitLength() < Long.SIZE;
    }

    private static void addUnless(boolean done, Modification modification, List<Modification> all) {
        if (!done) {
            all.add(modification);
        }
    }

    private static boolean has(@Nullable Object elements, @Nullable Object wanted) {
        return elements instanceof Collection<?> values && values.stream().anyMatch(v -> Values.equal(v, wanted));
    }

    private static void exchange(AttributeColumn column, @Nullable Object now, Object wanted, List<Modification> all) {
        if (Objects.equals(now, wanted)) {
            return;
        }
        if (now != null) {
            all.add(one(ModificationType.DELETE, column, now));
        }
        all.add(one(ModificationType.ADD, column, wanted));
    }
}
