package dev.ectype.adapter.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.Map;

/** The kinds of directory that tests run on, each started at its first use and shared by all of them. */
public enum Server {
    /** The driver's own, in this process. */
    IN_MEMORY,
    /**
     * OpenLDAP's slapd, or what {@code ECTYPE_LDAP_URL} names. Without either its tests are skipped, unless
     * {@code ECTYPE_REQUIRE_SLAPD} says that they must run.
     */
    SLAPD;

    private static final Map<Server, TestDirectory> STARTED = new EnumMap<>(Server.class);

    public TestDirectory directory() {
        if (this == SLAPD && !isGiven()) {
            requireSlapd();
        }
        synchronized (STARTED) {
            return STARTED.computeIfAbsent(this, Server::started);
        }
    }

    /** Tells whether the tests run on a server that somebody named. */
    public static boolean isGiven() {
        return System.getenv("ECTYPE_LDAP_URL") != null;
    }

    private static TestDirectory started(Server server) {
        if (server == IN_MEMORY) {
            return InMemoryDirectory.start();
        }
        return isGiven() ? new GivenDirectory(System.getenv("ECTYPE_LDAP_URL")) : Slapd.start();
    }

    /** Skips the test, or fails it where slapd has to be there. */
    public static void requireSlapd() {
        if (System.getenv("ECTYPE_REQUIRE_SLAPD") != null) {
            assertThat(Slapd.program())
                    .as("ECTYPE_REQUIRE_SLAPD is set: install slapd")
                    .isPresent();
        }
        assumeTrue(Slapd.program().isPresent(), "slapd is not installed: Debian's package slapd has it");
    }
}
