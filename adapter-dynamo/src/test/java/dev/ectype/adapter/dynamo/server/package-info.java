/** The server of the tests. */
@NullMarked
package dev.ectype.adapter.dynamo.server;

import org.jspecify.annotations.NullMarked;
