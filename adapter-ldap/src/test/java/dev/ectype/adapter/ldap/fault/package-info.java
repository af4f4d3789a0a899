/** What breaks: servers that end, stall, refuse or cut short. */
@NullMarked
package dev.ectype.adapter.ldap.fault;

import org.jspecify.annotations.NullMarked;
