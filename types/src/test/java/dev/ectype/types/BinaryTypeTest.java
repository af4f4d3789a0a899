package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class BinaryTypeTest {
    private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

    @Test
    void takesTextAsItsBytes() {
        assertThat(value(Types.binary(), "hello")).isEqualTo(HELLO);
        assertThat(value(Types.binary(), "\u00E9")).isEqualTo(new byte[] {(byte) 0xC3, (byte) 0xA9});
    }

    @Test
    void takesABufferWithoutMovingIt() {
        ByteBuffer buffer = ByteBuffer.wrap(HELLO);

        assertThat(value(Types.binary(), buffer)).isEqualTo(HELLO);
        assertThat(buffer.position()).isZero();
    }

    @Test
    void copiesAnArrayFromOutside() {
        byte[] mine = HELLO.clone();
        byte[] cast = value(Types.binary(), mine);
        mine[0] = 'j';

        assertThat(cast).isEqualTo(HELLO);
    }

    @Test
    void comparesBytes() {
        assertThat(Types.binary().equal(HELLO, HELLO.clone())).isTrue();
        assertThat(Types.binary().equal(HELLO, new byte[0])).isFalse();
    }

    @Test
    void readsBase64OnlyWhereItIsAskedFor() {
        assertThat(value(Types.base64(), "aGVsbG8=")).isEqualTo(HELLO);
        assertThat(value(Types.base64(), "aGVsbG8")).isEqualTo(HELLO);
        assertThat(value(Types.base64(), HELLO)).isEqualTo(HELLO);
        refuses(Types.base64(), "hello!", "aGVs bG8=", 1);
    }

    @Test
    void loadsBytesOnly() {
        assertThat(Types.binary().load(HELLO)).isEqualTo(HELLO);
        assertThatThrownBy(() -> Types.binary().load("hello")).hasMessage("expected bytes but was text");
        assertThatThrownBy(() -> Types.base64().load("hello")).hasMessage("expected bytes but was text");
    }
}
