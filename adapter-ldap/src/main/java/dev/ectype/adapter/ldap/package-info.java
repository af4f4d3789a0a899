/**
 * The adapter for LDAP directories. {@link dev.ectype.adapter.ldap.LdapAdapter} is the door; schemas say where their
 * records live with {@link dev.ectype.adapter.ldap.mapping.LdapMapping}.
 */
@NullMarked
package dev.ectype.adapter.ldap;

import org.jspecify.annotations.NullMarked;
