/** What a directory says of itself: its controls, extensions and attribute types; and what its errors mean. */
@NullMarked
package dev.ectype.adapter.ldap.internal.server;

import org.jspecify.annotations.NullMarked;
