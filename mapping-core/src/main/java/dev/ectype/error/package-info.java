/** What is thrown: misuse and outage. Bad input is never here; it is an error value of a changeset. */
@NullMarked
package dev.ectype.error;

import org.jspecify.annotations.NullMarked;
