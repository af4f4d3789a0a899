package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;

/**
 * What the subschema says of an attribute type.
 *
 * @param known whether the server has the type at all
 * @param match its equality
 * @param ordered whether it has an order, so that the server answers {@code >=} and {@code <=}
 * @param substrings whether the server searches inside its values
 * @param singleValued whether an entry has at most one value
 * @param syntax the object identifier of its syntax; empty if unknown
 * @param readOnly whether only the server sets it
 */
public record AttributeFacts(
        boolean known,
        MatchKind match,
        boolean ordered,
        boolean substrings,
        boolean singleValued,
        String syntax,
        boolean readOnly) {
    /** The syntax of GeneralizedTime. */
    public static final String GENERALIZED_TIME = "1.3.6.1.4.1.1466.115.121.1.24";

    /** The facts of a type that the server does not know. */
    static final AttributeFacts UNKNOWN = new AttributeFacts(false, MatchKind.NONE, false, false, false, "", false);

    static AttributeFacts of(AttributeTypeDefinition type, Schema schema, boolean fineTimes) {
        String syntax = type.getBaseSyntaxOID(schema);
        return new AttributeFacts(
                true,
                MatchKind.of(type, schema, fineTimes),
                type.getOrderingMatchingRule(schema) != null,
                type.getSubstringMatchingRule(schema) != null,
                type.isSingleValued(),
                syntax == null ? "" : syntax,
                type.isNoUserModification());
    }

    /** Tells whether values are GeneralizedTime. */
    public boolean isTime() {
        return syntax.equals(GENERALIZED_TIME);
    }
}
