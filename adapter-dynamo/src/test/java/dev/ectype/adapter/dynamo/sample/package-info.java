/** What the tests work with. */
@NullMarked
package dev.ectype.adapter.dynamo.sample;

import org.jspecify.annotations.NullMarked;
