/** The calls of the driver: reading, writing one row, writing many, transactions; each with its errors read. */
@NullMarked
package dev.ectype.adapter.mongo.internal.call;

import org.jspecify.annotations.NullMarked;
