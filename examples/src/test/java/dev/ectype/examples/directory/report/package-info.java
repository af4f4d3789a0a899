/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.directory.report;

import org.jspecify.annotations.NullMarked;
