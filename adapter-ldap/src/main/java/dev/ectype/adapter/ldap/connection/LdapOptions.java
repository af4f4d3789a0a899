package dev.ectype.adapter.ldap.connection;

import java.time.Duration;
import java.util.Optional;

/**
 * How the adapter uses a directory, whoever made the connections. Immutable.
 *
 * @param base the entry below which sources live that name no base of their own; empty if all do
 * @param pageSize how many entries a page of a search has
 * @param timeout how long a request may take if its call does not say
 * @param referrals what becomes of an answer that another server has the rest
 * @param transactions on which servers several writes are done together
 */
public record LdapOptions(
        Optional<String> base, int pageSize, Duration timeout, Referrals referrals, Transactions transactions) {
    private static final int DEFAULT_PAGE = 500;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** What becomes of a referral. */
    public enum Referrals {
        /** The call fails, naming the referral: a part of the answer never passes as the whole. */
        REPORT,
        /** The driver goes there, with the same credentials. */
        FOLLOW
    }

    /** On which servers several writes are done together (RFC 5805). */
    public enum Transactions {
        /** On those that offer it, but for OpenLDAP: its 2.5.13 was seen to crash when transactions are committed. */
        WHERE_SAFE,
        /** On all that offer it. */
        WHERE_OFFERED
    }

    /** Pages of 500, half a minute for a request, referrals reported, and no base. */
    public static final LdapOptions DEFAULTS =
            new LdapOptions(Optional.empty(), DEFAULT_PAGE, DEFAULT_TIMEOUT, Referrals.REPORT, Transactions.WHERE_SAFE);

    /** Checks the numbers. */
    public LdapOptions {
        if (pageSize < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "a page needs an entry and a request some time: " + pageSize + ", " + timeout);
        }
    }

    /** Returns the same with a base for sources that name none. */
    public LdapOptions withBase(String baseDn) {
        return new LdapOptions(Optional.of(baseDn), pageSize, timeout, referrals, transactions);
    }

    /** Returns the same with pages of another size. */
    public LdapOptions withPageSize(int entries) {
        return new LdapOptions(base, entries, timeout, referrals, transactions);
    }

    /** Returns the same with another time for a request. */
    public LdapOptions withTimeout(Duration limit) {
        return new LdapOptions(base, pageSize, limit, referrals, transactions);
    }

    /** Returns the same with referrals treated so. */
    public LdapOptions withReferrals(Referrals choice) {
        return new LdapOptions(base, pageSize, timeout, choice, transactions);
    }

    /** Returns the same with transactions used on these servers. */
    public LdapOptions withTransactions(Transactions choice) {
        return new LdapOptions(base, pageSize, timeout, referrals, choice);
    }
}
