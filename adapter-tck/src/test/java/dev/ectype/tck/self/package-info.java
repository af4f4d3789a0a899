/** The contract tests tested: a correct adapter passes them, and each wrong one is caught by the rule that it breaks. */
@NullMarked
package dev.ectype.tck.self;

import org.jspecify.annotations.NullMarked;
