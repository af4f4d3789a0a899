/** Entries of LDAP directories: ours against the LDAP SDK's own mapping and Spring's. */
@NullMarked
package dev.ectype.benchmarks.ldap;

import org.jspecify.annotations.NullMarked;
