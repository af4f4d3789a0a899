package dev.ectype.types.net;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address as web forms take it: the rule of the HTML standard for {@code <input type=email>}, and the length
 * limits of RFC 5321. Quoted local parts, comments and letters beyond ASCII are refused, as they are there.
 *
 * @param local what stands before the {@code @}, as it was written
 * @param domain what stands behind it, in lower case
 */
public record EmailAddress(String local, String domain) {
    /** The longest address. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL = 64;
    private static final int MAX_LABEL = 63;
    private static final String LOCAL_SIGNS = ".!#$%&'*+/=?^_`{|}~-";

    /**
     * Checks the parts and turns the domain to lower case.
     *
     * @throws IllegalArgumentException if they make no address
     */
    public EmailAddress {
        if (!isLocal(local) || !isDomain(domain) || local.length() + 1 + domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("expected an e-mail address such as name@example.org");
        }
        domain = domain.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the address that a text says.
     *
     * @throws IllegalArgumentException if it says none
     */
    public static EmailAddress of(String text) {
        int at = text.indexOf('@');
        return new EmailAddress(text.substring(0, Math.max(at, 0)), text.substring(at + 1));
    }

    /** Returns the address that a text says, or nothing. */
    public static Optional<EmailAddress> parse(String text) {
        return isValid(text) ? Optional.of(of(text)) : Optional.empty();
    }

    /** Tells whether a text is an address. */
    public static boolean isValid(String text) {
        int at = text.length() > MAX_LENGTH ? -1 : text.indexOf('@');
        return at > 0 && isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
    }

    /** Returns the address as it is written: {@code name@example.org}. */
    @Override
    public String toString() {
        return local + '@' + domain;
    }

    private static boolean isLocal(String local) {
        return !local.isEmpty()
                && local.length() <= MAX_LOCAL
                && local.chars().allMatch(c -> isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0);
    }

    private static boolean isDomain(String domain) {
        if (domain.length() > MAX_LENGTH) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
