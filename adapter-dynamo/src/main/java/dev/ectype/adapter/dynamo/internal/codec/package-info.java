/** The stored form: attribute values, and how the values of each neutral kind become one. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.codec;

import org.jspecify.annotations.NullMarked;
