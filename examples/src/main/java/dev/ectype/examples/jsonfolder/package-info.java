/** A store of one's own: a folder of JSON files behind the adapter interface, as the guide on adapters builds it. */
@NullMarked
package dev.ectype.examples.jsonfolder;

import org.jspecify.annotations.NullMarked;
