package dev.ectype.repo;

import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.CallListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of calls: the listeners of a repo, and the log where it shows debugging messages. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Repo.class);

    private Listeners() {}

    static Watch watch(RepoSettings settings) {
        return settings.listeners().isEmpty() && !LOG.isDebugEnabled() ? Watch.OFF : Watch.started();
    }

    static void tell(RepoSettings settings, CallEvent event) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}{}", event, event.nativeText().map(text -> "\n" + text).orElse(""));
        }
        for (CallListener listener : settings.listeners()) {
            tell(listener, event);
        }
    }

    private static void tell(CallListener listener, CallEvent event) {
        try {
            listener.ended(event);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed; the call that it was told of is not touched by that", e);
        }
    }
}
