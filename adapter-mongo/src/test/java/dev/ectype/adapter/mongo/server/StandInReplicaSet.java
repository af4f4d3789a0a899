package dev.ectype.adapter.mongo.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server in the part of a replica set of one: it calls itself one, and takes sessions with transactions as
 * {@link StandInTransactions} do. It shows what the adapter and the driver send and make of answers, and nothing of how a real
 * server isolates transactions. Answers can be given beforehand, such as recorded ones.
 */
public final class StandInReplicaSet extends MemoryBackend {
    private static final Set<String> HELLO = Set.of("hello", "ismaster", "isMaster");
    private static final int SESSION_MINUTES = 30;

    private final MongoServer server = new MongoServer(this);
    private final InetSocketAddress address = server.bind();
    private final StandInTransactions transactions =
            new StandInTransactions((database, command) -> run(database, command));
    private final List<Document> asked = new ArrayList<>();
    private final Map<String, Deque<Document>> prepared = new HashMap<>();
    private boolean initiated = true;
    private @Nullable Channel channel;

    /** Returns how to reach the set. */
    public String uri() {
        return "mongodb://" + name() + "/?replicaSet=standin";
    }

    /** Returns the name of the host that it is on. */
    public String host() {
        return address.getHostString();
    }

    /** Returns the port at which it listens. */
    public int port() {
        return address.getPort();
    }

    private String name() {
        return host() + ":" + port();
    }

    /** Says whether the server calls itself a replica set, which it does from the beginning. */
    public synchronized void setInitiated(boolean isReplicaSet) {
        initiated = isReplicaSet;
    }

    /** Prepares the answer to the next command of a name, which is then not carried out. */
    public synchronized void answerNext(String command, Document reply) {
        prepared.computeIfAbsent(command, name -> new ArrayDeque<>()).add(reply);
    }

    /** Returns the commands of a name that came so far, each with all its options. */
    public synchronized List<Document> asked(String command) {
        return asked.stream()
                .filter(each -> each.keySet().iterator().next().equals(command))
                .toList();
    }

    @Override
    public synchronized Document handleCommand(Channel from, String database, String command, Document query) {
        channel = from;
        asked.add(query.cloneDeeply());
        Optional<Document> answer = Optional.ofNullable(prepared.get(command)).map(Deque::poll);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (HELLO.contains(command)) {
            return initiated ? asMember(run(database, query)) : run(database, query);
        }
        StandInTransactions.Statement statement = StandInTransactions.Statement.taken(database, command, query);
        return transactions.handle(statement, () -> run(database, query));
    }

    private Document run(String database, Document command) {
        return super.handleCommand(
                channel, database, command.keySet().iterator().next(), command);
    }

    private Document asMember(Document hello) {
        return hello.append("setName", "standin")
                .append("setVersion", 1)
                .append("hosts", List.of(name()))
                .append("primary", name())
                .append("me", name())
                .append("ismaster", true)
                .append("isWritablePrimary", true)
                .append("secondary", false)
                .append("logicalSessionTimeoutMinutes", SESSION_MINUTES);
    }

    /** Stops the server. */
    public void stop() {
        server.shutdownNow();
    }
}
