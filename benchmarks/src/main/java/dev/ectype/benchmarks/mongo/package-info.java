/** BSON bytes to records and back: what the MongoDB adapter's codec costs beside the other ways to do so. */
@NullMarked
package dev.ectype.benchmarks.mongo;

import org.jspecify.annotations.NullMarked;
