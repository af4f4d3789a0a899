/**
 * The rules of reading: comparisons (C), three-valued logic (L), texts (T), paths (N), lists (A), functions (F), orders
 * (O), windows (W), cursors (CU), groups (G).
 */
@NullMarked
package dev.ectype.tck.query;

import org.jspecify.annotations.NullMarked;
