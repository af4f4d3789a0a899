/** What pages and API share of HTTP: bodies within bounds, languages, problem details, safe headers. */
@NullMarked
package dev.ectype.examples.directory.web.http;

import org.jspecify.annotations.NullMarked;
