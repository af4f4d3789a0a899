package dev.ectype.types.id;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes ULIDs: 26 characters of Crockford's base 32, which begin with the time and sort by it. Safe for use by several
 * threads.
 */
public final class Ulids {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int DIGIT_BITS = 5;
    private static final int RANDOM_BITS = 80;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Object LOCK = new Object();
    private static BigInteger last = BigInteger.ZERO;

    private Ulids() {}

    /** Returns a ULID that sorts after those made before it in this process, even if the clock stands still. */
    public static String next() {
        BigInteger time = BigInteger.valueOf(System.currentTimeMillis()).shiftLeft(RANDOM_BITS);
        BigInteger candidate = time.or(new BigInteger(RANDOM_BITS, RANDOM));
        synchronized (LOCK) {
            boolean sameMoment = last.shiftRight(RANDOM_BITS).compareTo(time.shiftRight(RANDOM_BITS)) >= 0;
            last = sameMoment ? last.add(BigInteger.ONE) : candidate;
            return print(last);
        }
    }

    /** Tells whether a text is a ULID as they are written here: in capital letters. */
    public static boolean isValid(String text) {
        // 26 digits hold 130 bits, two more than a ULID has.
        return text.length() == LENGTH && text.charAt(0) <= '7' && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** Returns the moment that a ULID begins with, to the millisecond; nothing if the text is no ULID. */
    public static Optional<Instant> timestamp(String ulid) {
        if (!isValid(ulid)) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 0; i < LENGTH - RANDOM_BITS / DIGIT_BITS; i++) {
            millis = millis << DIGIT_BITS | DIGITS.indexOf(ulid.charAt(i));
        }
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String print(BigInteger value) {
        char[] text = new char[LENGTH];
        BigInteger rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(rest.intValue() & (DIGITS.length() - 1));
            rest = rest.shiftRight(DIGIT_BITS);
        }
        return new String(text);
    }
}
