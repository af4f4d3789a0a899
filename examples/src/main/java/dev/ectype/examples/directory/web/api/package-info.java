/** The API: JSON in and out, problem details, and the OpenAPI document that is made of the shapes. */
@NullMarked
package dev.ectype.examples.directory.web.api;

import org.jspecify.annotations.NullMarked;
