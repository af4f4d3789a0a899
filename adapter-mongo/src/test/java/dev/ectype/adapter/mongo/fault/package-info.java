@NullMarked
package dev.ectype.adapter.mongo.fault;

import org.jspecify.annotations.NullMarked;
