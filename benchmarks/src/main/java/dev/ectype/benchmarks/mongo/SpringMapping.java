package dev.ectype.benchmarks.mongo;

import org.bson.Document;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Spring Data's converter, as its template sets it up. */
final class SpringMapping {
    private static final MappingMongoConverter CONVERTER = converter();

    private SpringMapping() {}

    private static MappingMongoConverter converter() {
        MongoCustomConversions conversions = MongoCustomConversions.create(adapter -> {});
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
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
