package dev.ectype.repo.call;

/**
 * Is told of every call of a repo when it has ended, on the thread that made it. What it throws is logged and does not
 * reach the caller. Safe for use by several threads.
 */
@FunctionalInterface
public interface CallListener {

    /** Takes note of a call that ended, well or not. */
    void ended(CallEvent event);
}
