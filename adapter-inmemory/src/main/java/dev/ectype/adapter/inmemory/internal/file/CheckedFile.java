package dev.ectype.adapter.inmemory.internal.file;

import dev.ectype.error.MappingException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file that is there as a whole or not at all, and is not read unless it is as it was written: its content stands between
 * a mark of what it is and a checksum.
 */
final class CheckedFile {
    private static final long MARK = 0x4543_5459_5045_4D31L; // ECTYPEM1
    private static final int CHECKSUM_BYTES = Long.BYTES;

    private final Path file;

    CheckedFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Writes or reads the content. */
    @FunctionalInterface
    interface Content<S, R> {
        R through(S stream) throws IOException;
    }

    /** Puts a new file in the place of the one that is there, if one is; on failure that one is left as it was. */
    void write(Content<DataOutputStream, Boolean> content) throws IOException {
        Path folder = file.getParent();
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            writeTo(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeTo(Path target, Content<DataOutputStream, Boolean> content) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE);
                OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32C());
            DataOutputStream data = new DataOutputStream(checked);
            data.writeLong(MARK);
            content.through(data);
            data.writeLong(checked.getChecksum().getValue());
            data.flush();
            channel.force(true);
        }
    }

    /**
     * Reads the content.
     *
     * @throws MappingException if the file is none of these, or is not as it was written
     */
    <R> R read(Content<DataInputStream, R> content) throws IOException {
        verify();
        try (DataInputStream data = open()) {
            data.readLong();
            return content.through(data);
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private void verify() throws IOException {
        long size = Files.size(file);
        if (size < Long.BYTES + CHECKSUM_BYTES) {
            throw refusal("this file is no snapshot of tables: it is too short");
        }
        try (DataInputStream data = open()) {
            CheckedInputStream checked = new CheckedInputStream(data, new CRC32C());
            if (new DataInputStream(checked).readLong() != MARK) {
                throw refusal("this file is no snapshot of tables, or one of another version");
            }
            skip(checked, size - Long.BYTES - CHECKSUM_BYTES);
            if (checked.getChecksum().getValue() != data.readLong()) {
                throw refusal("this snapshot was changed or cut short after it was written; take another one");
            }
        }
    }

    private static void skip(InputStream stream, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
            left -= read < 0 ? left : read;
        }
    }

    private MappingException refusal(String message) {
        return new MappingException(MappingException.Kind.DATA, message, Map.of("file", file));
    }
}
