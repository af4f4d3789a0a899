/** Adding, changing, renaming and removing entries. */
@NullMarked
package dev.ectype.adapter.ldap.internal.write;

import org.jspecify.annotations.NullMarked;
