/** JSON Schema out of shapes and changesets. */
@NullMarked
package dev.ectype.changeset.jsonschema;

import org.jspecify.annotations.NullMarked;
