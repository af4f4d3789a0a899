@NullMarked
package dev.ectype.adapter.mongo.query;

import org.jspecify.annotations.NullMarked;
