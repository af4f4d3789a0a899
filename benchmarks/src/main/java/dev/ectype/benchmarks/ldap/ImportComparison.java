package dev.ectype.benchmarks.ldap;

import static dev.ectype.benchmarks.ldap.Members.MEMBERS;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.repo.Repo;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Imports people into a directory through a repo, cast and validated, through the bare SDK as it comes, and through the bare
 * SDK with connections in synchronous mode, as the adapter's are; in many short turns of equal size, so that all meet the same
 * noise. Takes host, port, account, password, base and the number of people.
 */
public final class ImportComparison {
    private static final int TURNS = 200;
    private final Repo repo;
    private final String base;
    private final int size;
    private int next;

    private ImportComparison(Repo repo, String base, int people) {
        this.repo = repo;
        this.base = base;
        this.size = people / TURNS;
    }

    /** Prints the time of all, and the repo's ratio to the others by the medians of the turns. */
    public static void main(String[] args) throws LDAPException {
        LdapServers servers =
                LdapServers.at("ldap://" + args[0] + ":" + args[1]).bind(args[2], args[3]);
        LdapAdapter adapter = LdapAdapter.connect(servers, LdapOptions.DEFAULTS.withBase(args[4]));
        adapter.storage(MEMBERS.asSource()).createBase();
        LDAPConnectionOptions synchronous = new LDAPConnectionOptions();
        synchronous.setUseSynchronousMode(true);
        try (LDAPConnection bare = connection(new LDAPConnectionOptions(), args);
                LDAPConnection tuned = connection(synchronous, args);
                Repo repo = Repo.over(adapter)) {
            new ImportComparison(repo, args[4], Integer.parseInt(args[5])).run(bare, tuned);
        }
    }

    private static LDAPConnection connection(LDAPConnectionOptions options, String[] args) throws LDAPException {
        return new LDAPConnection(options, args[0], Integer.parseInt(args[1]), args[2], args[3]);
    }

    private void run(LDAPConnection bare, LDAPConnection tuned) throws LDAPException {
        long[] ours = new long[TURNS];
        long[] theirs = new long[TURNS];
        long[] best = new long[TURNS];
        for (int warm = 0; warm < TURNS / 4; warm++) {
            byRepo();
            bySdk(bare);
            bySdk(tuned);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            theirs[turn] = bySdk(bare);
            ours[turn] = byRepo();
            best[turn] = bySdk(tuned);
        }
        System.out.printf(
                "%d people each: repo %d ms, bare SDK %d ms, synchronous %d ms; ratios of medians %.3f, %.3f%n",
                size * TURNS,
                Arrays.stream(ours).sum() / 1_000_000,
                Arrays.stream(theirs).sum() / 1_000_000,
                Arrays.stream(best).sum() / 1_000_000,
                (double) median(ours) / median(theirs),
                (double) median(ours) / median(best));
    }

    private long byRepo() {
        long began = System.nanoTime();
        for (int i = 0; i < size; i++) {
            repo.insert(Members.changeset(Members.params(next++))).orElseThrow();
        }
        return System.nanoTime() - began;
    }

    private long bySdk(LDAPConnection bare) throws LDAPException {
        long began = System.nanoTime();
        for (int i = 0; i < size; i++) {
            Map<String, Object> params = Members.params(next++);
            bare.add(new AddRequest(
                    "uid=" + params.get("uid") + ",ou=members," + base,
                    new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("uid", (String) params.get("uid")),
                    new Attribute("cn", (String) params.get("name")),
                    new Attribute("sn", (String) params.get("surname")),
                    new Attribute(
                            "mail",
                            ((Set<?>) Objects.requireNonNull(params.get("mails")))
                                    .stream().map(String::valueOf).toList()),
                    new Attribute("telephoneNumber", (String) params.get("phone")),
                    new Attribute("title", (String) params.get("title")),
                    new Attribute("l", (String) params.get("city"))));
        }
        return System.nanoTime() - began;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
