package dev.ectype.adapter.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedResult;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.adapter.ldap.internal.write.EntryReader;
import dev.ectype.error.MappingException;
import dev.ectype.spi.CallOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes passwords of entries as the server stores them (RFC 3062): hashed by its own rules, and under its policy. A record
 * is found by its key, as elsewhere.
 */
public final class LdapPasswords {
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
    private final Directory directory;
    private final EntryMapping mapping;

    LdapPasswords(Directory directory, EntryMapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
        if (!directory.has(Offer.PASSWORD_MODIFY)) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "the server does not offer to change passwords (RFC 3062)",
                    Map.of("source", mapping.source()));
        }
    }

    /** What became of a change. */
    public sealed interface Outcome {}

    /**
     * The password is another one now.
     *
     * @param made the password that the server made; empty if the caller said one. Not shown by {@code toString}
     */
    public record Changed(Optional<String> made) implements Outcome {
        @Override
        public String toString() {
            return "Changed[made=" + (made.isPresent() ? "***" : "nothing") + "]";
        }
    }

    /**
     * The server did not take it: the old password is wrong, the new one breaks the policy, or the account may not.
     *
     * @param rule the name of the result by which the server says so, such as {@code invalidCredentials}
     */
    public record Refused(String rule) implements Outcome {}

    /** No entry has the key. */
    public record NoEntry() implements Outcome {}

    /**
     * Sets a password, as an administrator may.
     *
     * @throws dev.ectype.error.StoreException if the directory fails
     */
    public Outcome set(List<Object> key, String password) {
        return send(key, null, password);
    }

    /**
     * Changes a password if the old one is right.
     *
     * @throws dev.ectype.error.StoreException if the directory fails
     */
    public Outcome change(List<Object> key, String oldPassword, String newPassword) {
        return send(key, oldPassword, newPassword);
    }

    /**
     * Lets the server make a password.
     *
     * @throws dev.ectype.error.StoreException if the directory fails
     */
    public Outcome generate(List<Object> key) {
        return send(key, null, null);
    }

    private Outcome send(List<Object> key, @Nullable String oldPassword, @Nullable String newPassword) {
        EntryReader reader = new EntryReader(directory, mapping, CallOptions.NONE);
        return reader.locate(key)
                .filter(dn -> reader.read(dn, List.of()).isPresent())
                .map(dn -> send(dn, oldPassword, newPassword))
                .orElseGet(NoEntry::new);
    }

    private Outcome send(String dn, @Nullable String oldPassword, @Nullable String newPassword) {
        PasswordModifyExtendedRequest request =
                directory.prepare(new PasswordModifyExtendedRequest(dn, oldPassword, newPassword), CallOptions.NONE);
        try {
            PasswordModifyExtendedResult result =
                    (PasswordModifyExtendedResult) directory.pool().processExtendedOperation(request);
            return result.getResultCode().equals(ResultCode.SUCCESS)
                    ? new Changed(Optional.ofNullable(result.getGeneratedPassword()))
                    : failed(new LDAPException(result));
        } catch (LDAPException e) {
            return failed(e);
        }
    }

    private Outcome failed(LDAPException e) {
        ResultCode code = e.getResultCode();
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return new NoEntry();
        }
        if (REFUSALS.contains(code)) {
            return new Refused(camel(code.getName()));
        }
        throw LdapErrors.writing(mapping.source().toString(), e);
    }

    /** Result codes are named as RFC 4511 does, where the driver writes them as words. */
    private static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
