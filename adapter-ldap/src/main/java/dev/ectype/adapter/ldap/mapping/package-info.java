/** What a schema says to a directory: where its records live, and how their fields stand as attributes. */
@NullMarked
package dev.ectype.adapter.ldap.mapping;

import org.jspecify.annotations.NullMarked;
