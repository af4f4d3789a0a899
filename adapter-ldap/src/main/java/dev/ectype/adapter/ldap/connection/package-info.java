/** How a directory is reached, and what it then says that it offers. */
@NullMarked
package dev.ectype.adapter.ldap.connection;

import org.jspecify.annotations.NullMarked;
