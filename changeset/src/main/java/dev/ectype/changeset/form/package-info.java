/** Forms: what a template needs to draw the inputs of a changeset, and to draw them again with what was typed. */
@NullMarked
package dev.ectype.changeset.form;

import org.jspecify.annotations.NullMarked;
