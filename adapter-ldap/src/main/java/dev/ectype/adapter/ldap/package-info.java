/** The adapter for LDAP directories: it translates queries of the core into search requests. */
@NullMarked
package dev.ectype.adapter.ldap;

import org.jspecify.annotations.NullMarked;
