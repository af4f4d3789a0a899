/** The rules of planning: verdicts (P), access paths (AP), explanations (EX). */
@NullMarked
package dev.ectype.tck.plan;

import org.jspecify.annotations.NullMarked;
