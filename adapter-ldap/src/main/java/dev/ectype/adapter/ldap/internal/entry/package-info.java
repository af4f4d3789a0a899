/** How a row stands as an entry: its name, its attributes, and the way back. */
@NullMarked
package dev.ectype.adapter.ldap.internal.entry;

import org.jspecify.annotations.NullMarked;
