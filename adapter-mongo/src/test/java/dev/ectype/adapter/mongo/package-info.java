@NullMarked
package dev.ectype.adapter.mongo;

import org.jspecify.annotations.NullMarked;
