/** Tests of the adapter against directories. */
@NullMarked
package dev.ectype.adapter.ldap;

import org.jspecify.annotations.NullMarked;
