/** The people directory on the web: pages for people, an API for programs, one server for both. */
@NullMarked
package dev.ectype.examples.directory.web;

import org.jspecify.annotations.NullMarked;
