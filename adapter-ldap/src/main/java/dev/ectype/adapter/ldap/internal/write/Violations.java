package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a result code which rule a write would break. The server's text is never read. */
final class Violations {
    private static final String NAME = "name";
    private static final Map<ResultCode, String> CHECKS = Map.of(
            ResultCode.CONSTRAINT_VIOLATION, "constraintViolation",
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, "attributeOrValueExists",
            ResultCode.INVALID_ATTRIBUTE_SYNTAX, "invalidAttributeSyntax",
            ResultCode.UNDEFINED_ATTRIBUTE_TYPE, "undefinedAttributeType",
            ResultCode.OBJECT_CLASS_VIOLATION, "objectClassViolation",
            ResultCode.NAMING_VIOLATION, "namingViolation",
            ResultCode.NOT_ALLOWED_ON_RDN, "notAllowedOnRDN",
            ResultCode.INVALID_DN_SYNTAX, "invalidDNSyntax");

    private final Directory directory;
    private final EntryMapping mapping;
    private final Write write;

    Violations(Directory directory, EntryMapping mapping, Write write) {
        this.directory = directory;
        this.mapping = mapping;
        this.write = write;
    }

    /**
     * Returns what a failed write comes to.
     *
     * @param dn the entry that was written
     * @throws dev.ectype.error.StoreException if it broke no rule: the directory failed
     */
    WriteOutcome outcome(String dn, LDAPException e) {
        ResultCode code = e.getResultCode();
        if (code.equals(ResultCode.ASSERTION_FAILED)
                || (code.equals(ResultCode.NO_SUCH_OBJECT) && !(write instanceof Insert))) {
            return new WriteOutcome.Stale();
        }
        return violation(dn, code)
                .<WriteOutcome>map(found -> new WriteOutcome.Violated(List.of(found)))
                .orElseThrow(() -> LdapErrors.writing(write.source().toString(), e));
    }

    /** Returns what a refused request comes to: of an entry below, a violation of the column that it is of. */
    WriteOutcome outcome(String dn, Delivery.Refusal refusal) {
        Optional<String> column = refusal.step().column();
        ResultCode code = refusal.cause().getResultCode();
        if (column.isEmpty() || code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return outcome(dn, refusal.cause());
        }
        if (code.equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
            return below(Violation.Kind.UNIQUE, column.get(), column.get());
        }
        String check = CHECKS.get(code);
        if (check == null) {
            throw LdapErrors.writing(write.source().toString(), refusal.cause());
        }
        return below(Violation.Kind.CHECK, check, column.get());
    }

    private static WriteOutcome below(Violation.Kind kind, String name, String column) {
        return new WriteOutcome.Violated(List.of(new Violation(kind, name, List.of(column))));
    }

    private Optional<Violation> violation(String dn, ResultCode code) {
        if (code.equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
            return Optional.of(nameTaken());
        }
        if (code.equals(ResultCode.NOT_ALLOWED_ON_NONLEAF)) {
            return Optional.of(new Violation(Violation.Kind.FOREIGN_KEY, "children", List.of()));
        }
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return Optional.of(new Violation(Violation.Kind.FOREIGN_KEY, "parent", List.of()));
        }
        String check = CHECKS.get(code);
        return check == null ? Optional.empty() : Optional.of(unique(dn, code).orElseGet(() -> check(check)));
    }

    /** A name is that of the key, or of the unique index on what names entries, or of neither. */
    private Violation nameTaken() {
        List<Integer> slots = mapping.naming().slots();
        Source source = mapping.source();
        if (mapping.naming().followsFromKey()) {
            return Violation.ofPrimaryKey(source);
        }
        return source.indexes().stream()
                .filter(index -> index.unique() && slots(index).equals(slots))
                .findFirst()
                .map(index -> Violation.of(source, index))
                .orElseGet(() -> new Violation(Violation.Kind.UNIQUE, NAME, sources(slots)));
    }

    private static List<Integer> slots(Source.Index index) {
        return index.fields().stream().map(FieldPath::slot).toList();
    }

    private List<String> sources(List<Integer> slots) {
        return slots.stream()
                .map(slot -> mapping.source().layout().slot(slot).source())
                .toList();
    }

    private Violation check(String name) {
        List<String> fields = write instanceof Insert insert ? mapping.missingFrom(insert.row()) : List.of();
        return new Violation(Violation.Kind.CHECK, name, name.equals("objectClassViolation") ? fields : List.of());
    }

    /**
     * Returns the unique index that is the reason. Servers with unique attributes answer constraintViolation and name none,
     * so that the entry which is in the way is looked for.
     */
    private Optional<Violation> unique(String dn, ResultCode code) {
        if (!code.equals(ResultCode.CONSTRAINT_VIOLATION)) {
            return Optional.empty();
        }
        return write.source().indexes().stream()
                .filter(Source.Index::unique)
                .filter(index -> isTaken(index, dn))
                .findFirst()
                .map(index -> Violation.of(write.source(), index));
    }

    private boolean isTaken(Source.Index index, String dn) {
        List<Integer> slots = slots(index);
        List<Object> values =
                slots.stream().map(this::written).flatMap(Optional::stream).toList();
        return values.size() == slots.size()
                && new EntryReader(directory, mapping, write.options()).isTaken(slots, values, dn);
    }

    private Optional<Object> written(int slot) {
        return Optional.ofNullable(value(slot));
    }

    private @Nullable Object value(int slot) {
        if (write instanceof Insert insert) {
            return insert.row().get(slot);
        }
        return write instanceof Update update
                ? update.assignments().stream()
                        .filter(a -> a.path().slot() == slot && a.operation() == Assignment.Operation.SET)
                        .map(Assignment::value)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
