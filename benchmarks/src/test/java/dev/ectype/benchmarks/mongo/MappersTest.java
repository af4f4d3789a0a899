package dev.ectype.benchmarks.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is the same work: every way makes the same document of a record, and the record of it again. */
class MappersTest {
    static Stream<Arguments> waysAndKinds() {
        return Stream.of(Mappers.values())
                .flatMap(way -> Stream.of(Kind.ITEM, Kind.PARCEL, Kind.BASKET).map(kind -> Arguments.of(way, kind)));
    }

    @ParameterizedTest
    @MethodSource("waysAndKinds")
    void writesTheSameDocumentAndReadsTheSameRecord(Mappers way, Kind<Object> kind) {
        byte[] bytes = way.of(kind).write(kind.sample());
        byte[] expected = Mappers.BY_HAND.of(kind).write(kind.sample());
        assertThat(document(bytes)).isEqualTo(document(expected));
        assertThat(way.of(kind).read(expected)).isEqualTo(kind.sample());
    }

    private static BsonDocument document(byte[] bytes) {
        return new Bytes<>(new BsonDocumentCodec()).read(bytes);
    }

    @Test
    void theListIsAsLongAsItSays() {
        assertThat(Basket.SAMPLE.lines()).hasSize(100);
    }
}
