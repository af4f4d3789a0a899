/** How one neutral value is written as one attribute value, and read again. */
@NullMarked
package dev.ectype.adapter.ldap.internal.value;

import org.jspecify.annotations.NullMarked;
