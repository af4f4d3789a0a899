/** What a schema needs of a directory before records can live there: attribute types, object classes, the base entry. */
@NullMarked
package dev.ectype.adapter.ldap.internal.storage;

import org.jspecify.annotations.NullMarked;
