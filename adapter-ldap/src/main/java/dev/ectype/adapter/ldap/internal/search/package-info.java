/** Queries: what the server is asked, and the rows that come back. */
@NullMarked
package dev.ectype.adapter.ldap.internal.search;

import org.jspecify.annotations.NullMarked;
