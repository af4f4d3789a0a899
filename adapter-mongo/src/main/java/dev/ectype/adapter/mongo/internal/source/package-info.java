/** What the adapter derives from a source, once: its names, its formats, its indexes. */
@NullMarked
package dev.ectype.adapter.mongo.internal.source;

import org.jspecify.annotations.NullMarked;
