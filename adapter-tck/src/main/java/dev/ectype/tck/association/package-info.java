/** Rules for what needs several records: those that belong together, and those that are read with others. */
@NullMarked
package dev.ectype.tck.association;

import org.jspecify.annotations.NullMarked;
