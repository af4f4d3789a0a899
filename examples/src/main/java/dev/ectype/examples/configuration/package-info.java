/**
 * The configuration of a program, from environment variables: cast and validated once when it starts, with all that is
 * wrong said at once and without secrets.
 */
@NullMarked
package dev.ectype.examples.configuration;

import org.jspecify.annotations.NullMarked;
