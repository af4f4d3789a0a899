package dev.ectype.tck.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test a bench of its own, from the test class that is an {@link AdapterUnderTest}, and closes it. */
final class BenchResolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Bench resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(Namespace.create(BenchResolver.class, context.getUniqueId()))
                .computeIfAbsent(Bench.class, key -> open(context), Bench.class);
    }

    private static Bench open(ExtensionContext context) {
        AdapterUnderTest subject = context.getRequiredTestInstances()
                .findInstance(AdapterUnderTest.class)
                .orElseThrow(() -> new IllegalStateException("no test class around "
                        + context.getRequiredTestClass().getName() + " says which adapter is tested: implement "
                        + AdapterUnderTest.class.getName()));
        return new Bench(subject.fixture());
    }
}
