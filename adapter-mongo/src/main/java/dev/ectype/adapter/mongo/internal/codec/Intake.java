package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonBinary;
import org.bson.BsonRegularExpression;
import org.bson.BsonType;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where formats read: for each field of a document whether there is one, of which type, its name and its value; for each
 * element of a list the same with its index. Used by one thread.
 */
public interface Intake {

    /** Returns what the questions about the document must be given. */
    int startDocument();

    /** Tells whether another field or element follows, and goes to it. */
    boolean hasNext(int end);

    /** Returns the type of the field or element. */
    BsonType type();

    /** Reads the name of the field. */
    String name();

    /** Reads the name of the field, and returns it if it is not the expected one. */
    @Nullable String nameOtherThan(Name expected);

    /** Passes over the index of the element. */
    void index();

    /** Passes over the value. */
    void skip();

    /** Passes over the value if it is none, and tells so. */
    default boolean passesNull() {
        boolean isNull = type() == BsonType.NULL || type() == BsonType.UNDEFINED;
        if (isNull) {
            skip();
        }
        return isNull;
    }

    void endDocument(int end);

    int startList();

    void endList(int end);

    /** Returns what goes back to here. */
    Runnable mark();

    String text();

    String symbol();

    boolean bool();

    int int32();

    long int64();

    double float64();

    Decimal128 decimal();

    long moment();

    BsonBinary binary();

    ObjectId objectId();

    BsonRegularExpression pattern();
}
