package dev.ectype.tck.self;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One topic of the contract, run over a mutant.
 *
 * @param brokenRules the ids of the rules that failed
 * @param tests how many tests were run, those among them that ended as not claimed
 */
record ContractRun(Set<String> brokenRules, int tests) {
    private static final String TOPICS = "dev.ectype.tck.AdapterContract$";

    static ContractRun of(Mutant mutant) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectNestedClass(
                        List.of(MutantContract.class.getName()), TOPICS + mutant.topic()))
                .build();
        Listener listener = new Listener();
        MutantContract.mutant = mutant;
        launcher().execute(request, listener);
        return new ContractRun(listener.broken, listener.tests);
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
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                String name = test.getDisplayName();
                broken.add(name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ')));
            }
            tests += test.isTest() ? 1 : 0;
        }
    }
}
