/**
 * The stored form of values in BSON: how each neutral kind is written and read, and rows straight from the driver's
 * reader and to its writer, without a document in between.
 */
@NullMarked
package dev.ectype.adapter.mongo.internal.codec;

import org.jspecify.annotations.NullMarked;
