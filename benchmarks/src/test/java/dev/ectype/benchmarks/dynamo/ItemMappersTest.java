package dev.ectype.benchmarks.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways make the same records, and the same items. */
class ItemMappersTest {

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "huge"})
    void allAgree(String size) {
        DynamoItemBenchmark ways = new DynamoItemBenchmark();
        ways.size = size;
        ways.prepare();
        Parcel parcel = ways.readByHand();
        assertThat(ways.readEctype()).isEqualTo(parcel);
        assertThat(ways.readStaticImmutable()).isEqualTo(parcel);
        assertThat(ways.readBean().getSizes()).isEqualTo(parcel.sizes());
        assertThat(ways.writeEctype())
                .isEqualTo(ways.writeByHand())
                .isEqualTo(ways.writeStaticImmutable())
                .isEqualTo(ways.writeBean());
    }
}
