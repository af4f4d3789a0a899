package dev.ectype.tck.self;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One topic of the contract, run over a mutant.
 *
 * @param names what the rules that failed are called
 * @param tests how many tests were run, those among them that ended as not claimed
 * @param messages what the failed ones said
 */
record ContractRun(Set<String> names, int tests, List<String> messages) {
    private static final String TOPICS = "dev.ectype.tck.AdapterContract$";

    static ContractRun of(Mutant mutant) {
        return of(
                mutant,
                DiscoverySelectors.selectNestedClass(List.of(MutantContract.class.getName()), TOPICS + mutant.topic()));
    }

    /** Puts random queries to a mutant, whatever its topic. */
    static ContractRun ofRandomQueries(Mutant mutant) {
        return of(mutant, DiscoverySelectors.selectClass(MutantDifferential.class));
    }

    /** Returns the ids of the rules that failed. */
    Set<String> brokenRules() {
        return names.stream().map(name -> name.split(" ", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ContractRun of(Mutant mutant, DiscoverySelector topic) {
        Listener listener = new Listener();
        MutantContract.mutant = mutant;
        launcher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(topic)
                                .build(),
                        listener);
        return new ContractRun(listener.broken, listener.tests, listener.messages);
    }

    /** Nothing of the run around this one is told of it. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
    }

    private static final class Listener implements TestExecutionListener {
        private final Set<String> broken = new TreeSet<>();
        private final List<String> messages = new ArrayList<>();
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                result.getThrowable().map(Throwable::getMessage).ifPresent(messages::add);
                broken.add(test.getDisplayName());
            }
            tests += test.isTest() ? 1 : 0;
        }
    }
}
