package dev.ectype.adapter.mongo.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over a server without any, one statement at a time: before each, the collections are made to hold what its session
 * may see. A transaction that writes to a collection holds the whole of it; another that wants to write there, or began before
 * the last commit there, has a write conflict. What ends a transaction, and with which codes and labels, is as recorded.
 */
final class StandInTransactions {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
    private static final int WRITE_CONFLICT = 112;
    private static final int NO_SUCH_TRANSACTION = 251;
    private static final int ALL = 1_000_000;

    /**
     * One command.
     *
     * @param collection the collection that it is about, with its database
     * @param session the session and the transaction; null outside of one
     */
    record Statement(
            String command, String collection, @Nullable String session, boolean isFirst) {

        /** Takes out of a command what only a server with sessions knows. */
        static Statement taken(String database, String command, Document query) {
            Object session = query.remove("lsid");
            Object number = query.remove("txnNumber");
            boolean inside = Boolean.FALSE.equals(query.remove("autocommit"));
            boolean first = Boolean.TRUE.equals(query.remove("startTransaction"));
            query.remove("$clusterTime");
            if (inside) {
                query.remove("readConcern");
            }
            String collection = database + "." + query.get(command);
            return new Statement(command, collection, inside ? session + " " + number : null, first);
        }
    }

    private static final class Transaction {
        final long begun;

        Transaction(long begun) {
            this.begun = begun;
        }
    }

    /** A collection that a transaction has written to. */
    private static final class Held {
        final Transaction holder;
        List<Document> others;
        boolean holderIsShown = true;

        Held(Transaction holder, List<Document> others) {
            this.holder = holder;
            this.others = others;
        }
    }

    private final BiFunction<String, Document, Document> server;
    private final Map<String, Transaction> open = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Long> lastCommits = new HashMap<>();
    private long commits;

    StandInTransactions(BiFunction<String, Document, Document> server) {
        this.server = server;
    }

    Document handle(Statement statement, Supplier<Document> work) {
        if (statement.session() == null) {
            return outside(statement, work);
        }
        if (statement.isFirst()) {
            open.put(statement.session(), new Transaction(commits));
        }
        Transaction transaction = open.get(statement.session());
        if (transaction == null) {
            return refused(NO_SUCH_TRANSACTION, "NoSuchTransaction");
        }
        return switch (statement.command()) {
            case "commitTransaction" -> end(statement.session(), transaction, true);
            case "abortTransaction" -> end(statement.session(), transaction, false);
            default -> inside(statement, transaction, work);
        };
    }

    private Document outside(Statement statement, Supplier<Document> work) {
        show(null);
        if (WRITES.contains(statement.command())) {
            if (held.containsKey(statement.collection())) {
                return refused(WRITE_CONFLICT, "WriteConflict");
            }
            lastCommits.put(statement.collection(), ++commits);
        }
        return work.get();
    }

    private Document inside(Statement statement, Transaction transaction, Supplier<Document> work) {
        show(transaction);
        if (WRITES.contains(statement.command()) && !hold(statement.collection(), transaction)) {
            end(statement.session(), transaction, false);
            return refused(WRITE_CONFLICT, "WriteConflict");
        }
        try {
            Document reply = work.get();
            if (reply.containsKey("writeErrors")) {
                end(statement.session(), transaction, false);
            }
            return reply;
        } catch (MongoServerException failure) {
            end(statement.session(), transaction, false);
            throw failure;
        }
    }

    private boolean hold(String collection, Transaction transaction) {
        Held known = held.get(collection);
        if (known != null) {
            return known.holder == transaction;
        }
        if (lastCommits.getOrDefault(collection, 0L) > transaction.begun) {
            return false;
        }
        held.put(collection, new Held(transaction, documents(collection)));
        return true;
    }

    private Document end(@Nullable String session, Transaction transaction, boolean commits) {
        show(commits ? transaction : null);
        held.entrySet().removeIf(each -> {
            boolean mine = each.getValue().holder == transaction;
            if (mine && commits) {
                lastCommits.put(each.getKey(), ++this.commits);
            }
            return mine;
        });
        open.remove(session);
        return new Document("ok", 1.0);
    }

    /** Makes the collections hold what a transaction sees, or what is seen outside of all. */
    private void show(@Nullable Transaction viewer) {
        held.forEach((collection, state) -> {
            boolean holder = state.holder == viewer;
            if (state.holderIsShown != holder) {
                List<Document> hidden = documents(collection);
                replace(collection, state.others);
                state.others = hidden;
                state.holderIsShown = holder;
            }
        });
    }

    @SuppressWarnings("unchecked") // a cursor's batch is one of documents
    private List<Document> documents(String collection) {
        Document cursor = (Document)
                ask(collection, "find", new Document("batchSize", ALL)).get("cursor");
        return ((List<Document>) cursor.get("firstBatch"))
                .stream().map(Document::cloneDeeply).toList();
    }

    private void replace(String collection, List<Document> documents) {
        Document all = new Document("q", new Document()).append("limit", 0);
        ask(collection, "delete", new Document("deletes", List.of(all)));
        if (!documents.isEmpty()) {
            ask(collection, "insert", new Document("documents", documents));
        }
    }

    private Document ask(String collection, String command, Document options) {
        int dot = collection.indexOf('.');
        Document query = new Document(command, collection.substring(dot + 1));
        query.putAll(options);
        return server.apply(collection.substring(0, dot), query);
    }

    private static Document refused(int code, String name) {
        return new Document("ok", 0.0)
                .append("errmsg", name)
                .append("code", code)
                .append("codeName", name)
                .append("errorLabels", List.of("TransientTransactionError"));
    }
}
