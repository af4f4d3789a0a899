/** Tables: created, compared, changed. */
@NullMarked
package dev.ectype.adapter.dynamo.storage;

import org.jspecify.annotations.NullMarked;
