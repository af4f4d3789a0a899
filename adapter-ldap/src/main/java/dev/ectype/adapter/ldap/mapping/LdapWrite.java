package dev.ectype.adapter.ldap.mapping;

/**
 * What a caller may say of one write as a hint of the call, or a schema of all its writes. Without it, a write that takes
 * several requests is refused where the server has no transactions.
 */
public enum LdapWrite {
    /**
     * The requests of one write may follow each other without a transaction. What others see meanwhile is a part, and when
     * a request behind the first is refused, those before it stay done: the failure says
     * {@link dev.ectype.error.StoreException.Outcome#PARTLY}, and which they are.
     */
    IN_STEPS
}
