/**
 * One call of a repo: which operation it is, the options it runs with, what may be changed of its query before it runs,
 * and what listeners are told of it afterwards.
 */
@NullMarked
package dev.ectype.repo.call;

import org.jspecify.annotations.NullMarked;
