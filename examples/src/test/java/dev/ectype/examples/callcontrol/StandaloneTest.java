package dev.ectype.examples.callcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.ectype.changeset.Changeset;
import dev.ectype.repo.Repo;
import dev.ectype.types.Types;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs the example with nothing on its class path but what validates a request. */
class StandaloneTest {
    private static final String PACKAGE = Response.class.getPackageName();

    /** Sees the two modules, their one library, the JDK, and of this module the example's own package. */
    private static final class Alone extends URLClassLoader {
        Alone() {
            super(
                    new URL[] {
                        place(Changeset.class), place(Types.class), place(PhoneNumberUtil.class), place(Response.class)
                    },
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.ectype.examples.") && !name.startsWith(PACKAGE + ".")) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }

        private static URL place(Class<?> type) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source.getLocation();
        }
    }

    @Test
    void validatesWithoutAnyStoreOnItsClassPath() throws Exception {
        try (Alone alone = new Alone()) {
            assertThatThrownBy(() -> alone.loadClass(Repo.class.getName())).isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> alone.loadClass("org.jooq.Field")).isInstanceOf(ClassNotFoundException.class);
            assertThat(answer(alone, "Transfers", Map.of("to", "+30 21 0123 4567", "client_state", "aGVsbG8=")))
                    .hasToString("Response[status=200, problems=[]]");
            assertThat(answer(alone, "Hangups", Map.of("client_state", "no base64")))
                    .asString()
                    .contains("status=422", "/client_state", "must be base64");
        }
    }

    private static @Nullable Object answer(ClassLoader alone, String commands, Map<String, Object> body)
            throws ReflectiveOperationException {
        Object changeset = alone.loadClass(PACKAGE + "." + commands)
                .getMethod("changeset", Map.class)
                .invoke(null, body);
        Consumer<Object> carryOut = command -> {};
        return alone.loadClass(PACKAGE + ".Response")
                .getMethod("to", alone.loadClass(Changeset.class.getName()), Consumer.class)
                .invoke(null, changeset, carryOut);
    }
}
