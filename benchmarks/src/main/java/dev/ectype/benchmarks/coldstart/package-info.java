/** What a process that has just started pays for its first invalid request. */
@NullMarked
package dev.ectype.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
