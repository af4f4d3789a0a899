package dev.ectype.adapter.mongo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs tests that the embedded server answers differently from a real one: their failure there is expected, for the
 * reason that {@code embedded-differs.txt} gives, and its absence is a failure. A real server is given no quarter.
 */
public final class EmbeddedDiffers implements InvocationInterceptor {
    private static final Map<String, String> REASONS = reasons();

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        try (InputStream in = EmbeddedDiffers.class.getResourceAsStream("/embedded-differs.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> reasons.put(
                            line.substring(0, line.indexOf(':')).strip(),
                            line.substring(line.indexOf(':') + 1).strip()));
            return reasons;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test, name(method));
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(test, name(method) + " " + method.getArguments().get(0));
    }

    private static String name(ReflectiveInvocationContext<Method> method) {
        return method.getExecutable().getDeclaringClass().getSimpleName() + "."
                + method.getExecutable().getName();
    }

    private static void run(Invocation<Void> test, String name) throws Throwable {
        Optional<String> reason = TestServer.isReal() ? Optional.empty() : Optional.ofNullable(REASONS.get(name));
        try {
            test.proceed();
        } catch (AssertionError | RuntimeException failure) {
            if (reason.isPresent() && !(failure instanceof TestAbortedException)) {
                throw new TestAbortedException("the embedded server differs: " + reason.get(), failure);
            }
            throw failure;
        }
        if (reason.isPresent()) {
            throw new AssertionError(name + " is listed in embedded-differs.txt, and passes");
        }
    }
}
