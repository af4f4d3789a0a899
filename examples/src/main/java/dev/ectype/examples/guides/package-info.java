/** What the guides for people who come from elsewhere show: the same things said in another library's way of thinking. */
@NullMarked
package dev.ectype.examples.guides;

import org.jspecify.annotations.NullMarked;
