package dev.ectype.repo.page;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals cursors, so that a changed one is known. Without a key a seal finds what went wrong by accident; with one, nobody
 * who does not have it can make a cursor. Immutable.
 */
public final class CursorSeal {
    private static final int LENGTH = 12;
    private static final int LEAST_KEY = 16;
    private static final String KEYED = "HmacSHA256";

    private final Optional<SecretKeySpec> key;

    private CursorSeal(Optional<SecretKeySpec> key) {
        this.key = key;
    }

    /** Returns the seal without a key. */
    public static CursorSeal open() {
        return new CursorSeal(Optional.empty());
    }

    /**
     * Returns the seal of a key, the same for every process that reads the cursors of others.
     *
     * @throws IllegalArgumentException if the key has fewer than 16 bytes
     */
    public static CursorSeal of(byte[] key) {
        if (key.length < LEAST_KEY) {
            throw new IllegalArgumentException(
                    "the key of a seal needs " + LEAST_KEY + " random bytes or more, and has " + key.length);
        }
        return new CursorSeal(Optional.of(new SecretKeySpec(key, KEYED)));
    }

    byte[] sealed(byte[] content) {
        byte[] all = Arrays.copyOf(content, content.length + LENGTH);
        System.arraycopy(seal(content), 0, all, content.length, LENGTH);
        return all;
    }

    /** Returns the content of what was sealed; empty if it is not whole. */
    Optional<byte[]> opened(byte[] all) {
        if (all.length < LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(all, all.length - LENGTH);
        byte[] seal = Arrays.copyOfRange(all, content.length, all.length);
        byte[] expected = Arrays.copyOf(seal(content), LENGTH);
        return MessageDigest.isEqual(seal, expected) ? Optional.of(content) : Optional.empty();
    }

    private byte[] seal(byte[] content) {
        try {
            if (key.isEmpty()) {
                return MessageDigest.getInstance("SHA-256").digest(content);
            }
            Mac mac = Mac.getInstance(KEYED);
            mac.init(key.get());
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
