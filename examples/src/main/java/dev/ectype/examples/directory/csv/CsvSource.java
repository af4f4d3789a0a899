package dev.ectype.examples.directory.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the bytes of a CSV come from.
 *
 * @param name what sentences call it
 * @param size its length in bytes, or -1 if that is not known before the end, as with a pipe
 * @param bytes its content; whoever reads it closes it
 */
public record CsvSource(String name, long size, InputStream bytes) {

    /**
     * Opens a file.
     *
     * @throws UnreadableCsvException if there is no such file, it is a directory, or it may not be read
     */
    public static CsvSource file(Path path) {
        if (Files.isDirectory(path)) {
            throw new UnreadableCsvException(path + ": this is a directory; name a CSV file.");
        }
        try {
            return new CsvSource(path.toString(), sizeOf(path), Files.newInputStream(path));
        } catch (NoSuchFileException missing) {
            throw new UnreadableCsvException(path + ": there is no such file in " + folderOf(path) + ".", missing);
        } catch (AccessDeniedException denied) {
            throw new UnreadableCsvException(path + ": you are not allowed to read this file.", denied);
        } catch (IOException failure) {
            throw new UnreadableCsvException(path + ": this cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /** Opens a file that stands beside a class on the class path. */
    public static CsvSource resource(Class<?> owner, String name) {
        try {
            var connection =
                    Objects.requireNonNull(owner.getResource(name), name).openConnection();
            return new CsvSource(name, connection.getContentLengthLong(), connection.getInputStream());
        } catch (IOException failure) {
            throw new UnreadableCsvException(name + ": this cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /** Returns the same source with its bytes read through another stream. */
    public CsvSource through(InputStream stream) {
        return new CsvSource(name, size, stream);
    }

    private static long sizeOf(Path path) throws IOException {
        return Files.isRegularFile(path) ? Files.size(path) : -1;
    }

    private static String folderOf(Path path) {
        return String.valueOf(path.toAbsolutePath().getParent());
    }
}
