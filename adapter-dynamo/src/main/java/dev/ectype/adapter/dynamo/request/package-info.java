/** How requests are made: the options of an adapter and of one call, and what a request has cost. */
@NullMarked
package dev.ectype.adapter.dynamo.request;

import org.jspecify.annotations.NullMarked;
