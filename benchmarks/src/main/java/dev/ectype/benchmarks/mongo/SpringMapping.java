package dev.ectype.benchmarks.mongo;

import org.bson.Document;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Spring Data's converter, as its template sets it up. */
final class SpringMapping {
    private static final MappingMongoConverter CONVERTER = converter();

    private SpringMapping() {}

    private static MappingMongoConverter converter() {
        MappingMongoConverter converter =
                new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.afterPropertiesSet();
        return converter;
    }

    static <T> Mapper<T> of(Class<T> type) {
        return new Mappers.ThroughDocuments<>(document -> CONVERTER.read(type, document), SpringMapping::document);
    }

    private static Document document(Object value) {
        Document document = new Document();
        CONVERTER.write(value, document);
        return document;
    }
}
