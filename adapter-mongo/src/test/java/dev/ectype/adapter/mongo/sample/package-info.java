@NullMarked
package dev.ectype.adapter.mongo.sample;

import org.jspecify.annotations.NullMarked;
