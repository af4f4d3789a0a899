/** The contract of adapters, asked of this one on every server. */
@NullMarked
package dev.ectype.adapter.ldap.contract;

import org.jspecify.annotations.NullMarked;
