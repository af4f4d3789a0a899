/** From predicates to filters, with bounds for what is true and what is false of an entry. */
@NullMarked
package dev.ectype.adapter.ldap.internal.filter;

import org.jspecify.annotations.NullMarked;
