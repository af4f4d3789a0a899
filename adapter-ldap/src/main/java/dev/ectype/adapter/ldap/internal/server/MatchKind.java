package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an attribute's equality rule regards as equal (RFC 4517), as far as translation needs to know. */
public enum MatchKind {
    /** Bytes: equal texts, and no others. */
    OCTETS("octetStringOrderingMatch"),
    /** Texts after preparation: spaces are folded, and compatible characters are one. */
    CASE_EXACT("caseExactOrderingMatch"),
    /** The same, and case is folded. */
    CASE_IGNORE("caseIgnoreOrderingMatch"),
    /** Integers. */
    INTEGER("integerOrderingMatch"),
    /** Instants. */
    TIME("generalizedTimeOrderingMatch"),
    /** Instants, of which the server forgets what is finer than a millisecond. */
    TIME_TO_MILLIS("generalizedTimeOrderingMatch"),
    /** TRUE and FALSE. */
    BOOLEAN(null),
    /** UUIDs. */
    UUID("UUIDOrderingMatch"),
    /** Anything else: equal values match, and some others may. */
    OTHER(null),
    /** No rule: equality is undefined. */
    NONE(null);

    private static final Map<String, MatchKind> RULES = Map.ofEntries(
            Map.entry("octetstringmatch", OCTETS),
            Map.entry("2.5.13.17", OCTETS),
            Map.entry("caseexactmatch", CASE_EXACT),
            Map.entry("2.5.13.5", CASE_EXACT),
            Map.entry("caseexactia5match", CASE_EXACT),
            Map.entry("1.3.6.1.4.1.1466.109.114.1", CASE_EXACT),
            Map.entry("caseignorematch", CASE_IGNORE),
            Map.entry("2.5.13.2", CASE_IGNORE),
            Map.entry("caseignoreia5match", CASE_IGNORE),
            Map.entry("1.3.6.1.4.1.1466.109.114.2", CASE_IGNORE),
            Map.entry("integermatch", INTEGER),
            Map.entry("2.5.13.14", INTEGER),
            Map.entry("generalizedtimematch", TIME),
            Map.entry("2.5.13.27", TIME),
            Map.entry("booleanmatch", BOOLEAN),
            Map.entry("2.5.13.13", BOOLEAN),
            Map.entry("uuidmatch", UUID),
            Map.entry("1.3.6.1.1.16.2", UUID));

    private final @Nullable String ordering;

    MatchKind(@Nullable String ordering) {
        this.ordering = ordering;
    }

    /** Returns the rule by which such values are sorted, or null. */
    public @Nullable String orderingRule() {
        return ordering;
    }

    /** Tells whether the rule calls two values equal only if the toolkit does. */
    public boolean isExact() {
        return switch (this) {
            case OCTETS, INTEGER, TIME, BOOLEAN, UUID -> true;
            case CASE_EXACT, CASE_IGNORE, TIME_TO_MILLIS, OTHER, NONE -> false;
        };
    }

    /** Tells whether values are instants. */
    public boolean isTime() {
        return this == TIME || this == TIME_TO_MILLIS;
    }

    static MatchKind of(AttributeTypeDefinition type, Schema schema, boolean fineTimes) {
        String rule = type.getEqualityMatchingRule(schema);
        MatchKind kind = rule == null ? NONE : RULES.getOrDefault(rule.toLowerCase(Locale.ROOT), OTHER);
        return kind == TIME && !fineTimes ? TIME_TO_MILLIS : kind;
    }
}
