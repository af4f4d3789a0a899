/** The adapter for MongoDB: it translates queries of the core into filters and pipelines of the driver. */
@NullMarked
package dev.ectype.adapter.mongo;

import org.jspecify.annotations.NullMarked;
