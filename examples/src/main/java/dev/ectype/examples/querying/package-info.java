/** What a program asks its store: the code of the page on queries. */
@NullMarked
package dev.ectype.examples.querying;

import org.jspecify.annotations.NullMarked;
