@NullMarked
package dev.ectype.adapter.mongo.recorded;

import org.jspecify.annotations.NullMarked;
