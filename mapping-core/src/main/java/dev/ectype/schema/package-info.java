/**
 * Schemas: shapes that live somewhere. A schema adds to the fields of a record where its records are stored, how each
 * field is called there, what is indexed and what is generated; its columns are at the same time fields of jOOQ's DSL.
 */
@NullMarked
package dev.ectype.schema;

import org.jspecify.annotations.NullMarked;
