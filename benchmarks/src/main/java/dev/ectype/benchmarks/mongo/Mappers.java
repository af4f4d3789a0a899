package dev.ectype.benchmarks.mongo;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.MongoOptions;
import dev.ectype.adapter.mongo.MongoRecords;
import dev.ectype.schema.Schema;
import java.util.function.Function;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;

/** Whose way. */
public enum Mappers {
    /** The adapter's. */
    ECTYPE {
        @Override
        <T> Mapper<T> of(Kind<T> kind) {
            Schema<T> schema = kind.schema();
            return new Bytes<>(
                    MongoRecords.of(schema.asSource(), MongoOptions.DEFAULTS, kind.type(), schema::load, schema::dump));
        }
    },
    /** The driver's codec of records. */
    DRIVER_RECORDS {
        @Override
        <T> Mapper<T> of(Kind<T> kind) {
            return new Bytes<>(MongoClientSettings.getDefaultCodecRegistry().get(kind.type()));
        }
    },
    /** The driver's documents, and code written for each record. */
    BY_HAND {
        @Override
        <T> Mapper<T> of(Kind<T> kind) {
            return new ThroughDocuments<>(kind.fromDocument(), kind.toDocument());
        }
    },
    /** Spring Data, without type hints in the documents. */
    SPRING {
        @Override
        <T> Mapper<T> of(Kind<T> kind) {
            return SpringMapping.of(kind.type());
        }
    };

    abstract <T> Mapper<T> of(Kind<T> kind);

    /** Documents in between. */
    record ThroughDocuments<T>(Function<Document, T> load, Function<T, Document> dump) implements Mapper<T> {
        private static final Mapper<Document> DOCUMENTS = new Bytes<>(new DocumentCodec());

        @Override
        public T read(byte[] bytes) {
            return load.apply(DOCUMENTS.read(bytes));
        }

        @Override
        public byte[] write(T value) {
            return DOCUMENTS.write(dump.apply(value));
        }
    }
}
