/** Directories for tests: one in this process, and a private slapd where it is installed. */
@NullMarked
package dev.ectype.adapter.ldap.server;

import org.jspecify.annotations.NullMarked;
