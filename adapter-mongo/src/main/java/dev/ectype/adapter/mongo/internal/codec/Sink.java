package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonRegularExpression;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/**
 * Where formats write: each value of a document after its name, each element of a list after its index. Used by one thread.
 */
public interface Sink {
    /** How many levels of documents and lists MongoDB documents to take. */
    int MOST_LEVELS = 100;

    /**
     * Returns the quickest sink of what is written inside the document that a writer is in. Its check of names is passed by:
     * it refuses those that begin with a dollar sign where one would have a meaning, and ours are escaped.
     */
    static Sink inside(BsonWriter writer) {
        return writer instanceof BsonBinaryWriter binary
                ? new ByteSink(binary.getBsonOutput())
                : new WriterSink(writer);
    }

    /**
     * Returns the next level of nesting.
     *
     * @throws Unstorable if there is none
     */
    static int below(int level) {
        if (level >= MOST_LEVELS) {
            throw new Unstorable("a stored document has at most " + MOST_LEVELS + " levels of documents and lists");
        }
        return level + 1;
    }

    void name(Name name);

    void index(int index);

    void nothing();

    void text(String value);

    void bool(boolean value);

    void int32(int value);

    void int64(long value);

    void float64(double value);

    void decimal(Decimal128 value);

    void moment(long millis);

    void binary(BsonBinary value);

    void objectId(ObjectId value);

    void pattern(BsonRegularExpression value);

    /** Returns what the end of the document must be given. */
    int startDocument();

    void endDocument(int start);

    /** Returns what the end of the list must be given. */
    int startList();

    void endList(int start);
}
