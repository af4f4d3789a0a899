/** The pages: a list, a form and a question before somebody is deleted. They need no JavaScript. */
@NullMarked
package dev.ectype.examples.directory.web.pages;

import org.jspecify.annotations.NullMarked;
