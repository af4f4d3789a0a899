@NullMarked
package dev.ectype.adapter.mongo.server;

import org.jspecify.annotations.NullMarked;
