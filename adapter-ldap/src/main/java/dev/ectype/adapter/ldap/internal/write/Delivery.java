package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.adapter.ldap.mapping.LdapWrite;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the requests of one write: a single one as it is, several in a transaction where the server has them, otherwise one
 * after the other if that was agreed to.
 */
final class Delivery {
    private final Directory directory;
    private final Write write;

    Delivery(Directory directory, Write write) {
        this.directory = directory;
        this.write = write;
    }

    /**
     * What the server answered.
     *
     * @param result the answer to a single request
     * @param refusal why nothing took place; empty if everything did
     */
    record Answer(Optional<LDAPResult> result, Optional<Refusal> refusal) {}

    /**
     * Why nothing took place.
     *
     * @param step the request that was refused
     * @param cause its result
     */
    record Refusal(Step step, LDAPException cause) {}

    /**
     * Sends the requests, at least one.
     *
     * @throws MappingException if there are several, the server has no transactions, and nobody agreed to steps
     * @throws dev.ectype.error.StoreException if the directory failed, or did a part
     */
    Answer send(List<Step> steps) {
        if (steps.size() > 1 && directory.has(Offer.TRANSACTIONS)) {
            return together(steps);
        }
        if (steps.size() > 1) {
            requireConsent(steps);
            Optional<Refusal> refusal = foreseen(steps.get(steps.size() - 1));
            if (refusal.isPresent()) {
                return new Answer(Optional.empty(), refusal);
            }
        }
        return oneByOne(steps);
    }

    /** A name that is taken is the likeliest refusal of a last request: better found before the first than after it. */
    private Optional<Refusal> foreseen(Step last) {
        if (!(last.request() instanceof ModifyDNRequest rename) || directory.isSameName(rename.getDN(), last.dn())) {
            return Optional.empty();
        }
        try {
            return directory.pool().getEntry(last.dn(), "1.1") == null
                    ? Optional.empty()
                    : Optional.of(new Refusal(last, new LDAPException(ResultCode.ENTRY_ALREADY_EXISTS)));
        } catch (LDAPException e) {
            throw LdapErrors.reading(write.source().toString(), e);
        }
    }

    private Answer together(List<Step> steps) {
        Optional<Transactions.Refusal> refusal = new Transactions(directory, write.options())
                .run(steps, write.source().toString());
        return new Answer(
                Optional.empty(), refusal.map(why -> new Refusal(steps.get(Math.max(0, why.step())), why.cause())));
    }

    private void requireConsent(List<Step> steps) {
        boolean agreed = write.options()
                .hint(LdapWrite.class)
                .or(() -> write.source().hint(LdapWrite.class))
                .isPresent();
        if (!agreed) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "the write takes several requests and the server has no transactions: write less at once, or give"
                            + " the hint LdapWrite.IN_STEPS, with which a failure may leave a part done",
                    Map.of("source", write.source(), "requests", texts(steps)));
        }
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    private Answer oneByOne(List<Step> steps) {
        Optional<LDAPResult> result = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            try {
                result = Optional.of(steps.get(i).send(directory.pool()));
            } catch (LDAPException e) {
                if (i == 0) {
                    return new Answer(Optional.empty(), Optional.of(new Refusal(steps.get(0), e)));
                }
                throw LdapErrors.halfWay(
                        write.source().toString(),
                        texts(steps.subList(0, i)),
                        texts(steps.subList(i, steps.size())),
                        e);
            }
        }
        return new Answer(steps.size() == 1 ? result : Optional.empty(), Optional.empty());
    }
}
