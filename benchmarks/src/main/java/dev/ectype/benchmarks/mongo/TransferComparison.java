package dev.ectype.benchmarks.mongo;

import static dev.ectype.benchmarks.mongo.Schemas.ITEMS;
import static dev.ectype.query.Query.from;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.RowOutcome.Effect;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Inserts 100,000 records and reads them back through a repo and through the bare driver with code by hand, on the same
 * server, in turns, so that both meet the same noise. Takes the server's URI; without one it starts an embedded server.
 */
public final class TransferComparison {
    private static final int SIZE = 1000;
    private static final int TURNS = 100;
    private static final int WARM = 30;
    private static final int READS = 15;
    private static final String DATABASE = "ectype_transfer";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final MongoCollection<Document> bare;
    private final Repo repo;
    private int next;

    private TransferComparison(MongoClient client) {
        client.getDatabase(DATABASE).drop();
        this.bare = client.getDatabase(DATABASE).getCollection("bare");
        this.repo = Repo.over(MongoAdapter.over(client, DATABASE));
    }

    /** Prints what both take in the median of the turns, the server's part included where it is embedded, and the ratios. */
    public static void main(String[] args) {
        String uri = args.length > 0 ? args[0] : new MongoServer(new MemoryBackend()).bindAndGetConnectionString();
        try (MongoClient client = MongoClients.create(uri)) {
            new TransferComparison(client).run();
        }
        System.exit(0);
    }

    private void run() {
        compare("insert", WARM, this::insertByRepo, this::insertByDriver);
        clear();
        compare("insert", TURNS, this::insertByRepo, this::insertByDriver);
        compare("read", 3, this::readByRepo, this::readByDriver);
        compare("read", READS, this::readByRepo, this::readByDriver);
    }

    private void clear() {
        bare.drop();
        repo.deleteAll(from(ITEMS).allowScan());
        next = 0;
    }

    /** Something that is done to some rows and returns how many they were. */
    private interface Task {
        int run(int begin);
    }

    /** What one way took of each turn: by the clock, of all processor time, of its own thread's, and of memory. */
    private static final class Taken {
        private final List<Long> clock = new ArrayList<>();
        private final List<Long> ownThread = new ArrayList<>();
        private long processor;
        private long bytes;

        void time(Task task, int begin) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long own = THREADS.getCurrentThreadCpuTime();
            long all = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            task.run(begin);
            clock.add(System.nanoTime() - began);
            processor += SYSTEM.getProcessCpuTime() - all;
            ownThread.add(THREADS.getCurrentThreadCpuTime() - own);
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }

        private static double median(List<Long> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }

        /** Returns what each row took, if there were so many in all. */
        String perRow(int rows) {
            double inTurn = 1e3 * rows / clock.size();
            return "%.2f us, %.2f of the processor, %.2f in its own thread, %,d bytes"
                    .formatted(
                            median(clock) / inTurn, processor / 1e3 / rows, median(ownThread) / inTurn, bytes / rows);
        }

        String beside(Taken other) {
            return "%.2f by the clock, %.2f of the processor, %.2f in its own thread"
                    .formatted(
                            median(clock) / median(other.clock),
                            (double) processor / other.processor,
                            median(ownThread) / median(other.ownThread));
        }
    }

    private void compare(String what, int turns, Task ours, Task theirs) {
        Taken byRepo = new Taken();
        Taken byDriver = new Taken();
        int rows = 0;
        for (int turn = 0; turn < turns; turn++) {
            boolean isRepoFirst = turn % 2 == 0;
            (isRepoFirst ? byRepo : byDriver).time(isRepoFirst ? ours : theirs, next);
            (isRepoFirst ? byDriver : byRepo).time(isRepoFirst ? theirs : ours, next);
            rows += what.equals("insert") ? SIZE : next;
            next += what.equals("insert") ? SIZE : 0;
        }
        System.out.printf(
                "%-6s %,d rows each. Repo: %s a row. Driver: %s a row. Ratio: %s%n",
                what, rows, byRepo.perRow(rows), byDriver.perRow(rows), byRepo.beside(byDriver));
    }

    private static List<Item> items(int begin) {
        List<Item> items = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            items.add(Item.SAMPLE.numbered(begin + i));
        }
        return items;
    }

    private int insertByRepo(int begin) {
        return (int) repo.insertAll(BulkInsert.records(ITEMS, items(begin))).count(Effect.INSERTED);
    }

    private int insertByDriver(int begin) {
        List<Document> documents = new ArrayList<>(SIZE);
        items(begin).forEach(item -> documents.add(document(item)));
        return bare.insertMany(documents, new InsertManyOptions().ordered(false))
                .getInsertedIds()
                .size();
    }

    private int readByRepo(int begin) {
        return repo.all(from(ITEMS).allowScan()).size();
    }

    private int readByDriver(int begin) {
        List<Item> items = new ArrayList<>();
        for (Document each : bare.find()) {
            items.add(item(each));
        }
        return items.size();
    }

    private static Document document(Item item) {
        return new Document("_id", item.id())
                .append("name", item.name())
                .append("sku", item.sku())
                .append("brand", item.brand())
                .append("note", item.note())
                .append("stock", item.stock())
                .append("weight", item.weight())
                .append("active", item.active())
                .append("added", Date.from(item.added()))
                .append("shelf", item.shelf());
    }

    private static Item item(Document document) {
        return new Item(
                document.getInteger("_id"),
                document.getString("name"),
                document.getString("sku"),
                document.getString("brand"),
                document.getString("note"),
                document.getLong("stock"),
                document.getDouble("weight"),
                document.getBoolean("active"),
                document.getDate("added").toInstant(),
                document.getInteger("shelf"));
    }
}
