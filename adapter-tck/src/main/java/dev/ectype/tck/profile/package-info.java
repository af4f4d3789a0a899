/** What an adapter claims to do, what it says when it does not, and the table made of both. */
@NullMarked
package dev.ectype.tck.profile;

import org.jspecify.annotations.NullMarked;
