/** Collections, indexes and validators: what a schema declares, what is there, and the way from one to the other. */
@NullMarked
package dev.ectype.adapter.mongo.internal.storage;

import org.jspecify.annotations.NullMarked;
