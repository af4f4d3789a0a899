package dev.ectype.adapter.ldap.mapping;

/** What a caller may say of one removal, as a hint of the call. Without it an entry with others below it stays. */
public enum LdapDelete {
    /** Everything below the entry goes with it, in one operation; refused where the server has none for it. */
    SUBTREE
}
