package dev.ectype.examples.directory.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 strictly: it skips a byte order mark, and it stops at the first wrong byte with the line in which that
 * stands, where the readers of the JDK would put replacement characters. Not safe for use by several threads.
 */
final class Utf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long line = 1;
    private char last;
    private boolean started;
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0) {
            CoderResult outcome = decoder.decode(bytes, chars, ended);
            count(target, offset, offset + chars.position());
            if (outcome.isError()) {
                throw new MalformedTextException(line, describeByte());
            }
            if (chars.position() == 0 && ended) {
                return -1;
            }
            dropByteOrderMark(target, offset, chars);
            fillIfDrained(outcome);
        }
        return chars.position();
    }

    private void dropByteOrderMark(char[] target, int offset, CharBuffer chars) {
        if (!started && chars.position() > 0) {
            started = true;
            if (target[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(target, offset + 1, target, offset, chars.position() - 1);
                chars.position(chars.position() - 1);
            }
        }
    }

    private void fillIfDrained(CoderResult outcome) throws IOException {
        if (outcome.isUnderflow() && !ended) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
        }
    }

    private void count(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c == '\r' || (c == '\n' && last != '\r')) {
                line++;
            }
            last = c;
        }
    }

    private String describeByte() {
        int wrong = Byte.toUnsignedInt(bytes.get(bytes.position()));
        boolean utf16 = !started && (wrong == 0xFF || wrong == 0xFE);
        return utf16
                ? "the file begins as UTF-16 does"
                : String.format("the byte 0x%02X stands where no UTF-8 character can have it", wrong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
