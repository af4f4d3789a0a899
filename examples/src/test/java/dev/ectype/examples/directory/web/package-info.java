/** Tests of the directory on the web, in a browser and by its API. */
@NullMarked
package dev.ectype.examples.directory.web;

import org.jspecify.annotations.NullMarked;
