package dev.ectype.examples.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a program must know before it starts. A value of this class is valid: nobody has to check it again.
 *
 * @param database where the data is
 * @param password the secret of the database; {@link #toString} leaves it out
 * @param port where the program listens
 * @param timeout how long a request may take
 * @param logLevel how much is logged
 * @param origins which web sites may call
 */
public record Configuration(
        URI database, String password, int port, Duration timeout, LogLevel logLevel, List<String> origins) {

    /** How much is logged. */
    public enum LogLevel {
        /** Everything. */
        DEBUG,
        /** What operators want to know. */
        INFO,
        /** What somebody has to look after. */
        WARN
    }

    /** Returns every value but the secret. */
    @Override
    public String toString() {
        return "Configuration[database=" + database + ", port=" + port + ", timeout=" + timeout + ", logLevel="
                + logLevel + ", origins=" + origins + "]";
    }
}
