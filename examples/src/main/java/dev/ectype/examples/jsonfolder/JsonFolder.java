package dev.ectype.examples.jsonfolder;

import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The files: one for each row, named after its key. */
final class JsonFolder {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;

    JsonFolder(Path root) {
        this.root = root;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(String what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StoreException("a file could not be " + what, Map.of(), Outcome.UNKNOWN, false, e);
        }
    }

    static List<Object> key(Source source, Row row) {
        return source.key().stream()
                .<Object>map(slot -> String.valueOf(row.get(slot)))
                .toList();
    }

    private Path folder(Source source) {
        return root.resolve(hash(List.of(source.toString())));
    }

    private Path file(Source source, List<?> key) {
        return folder(source).resolve(hash(key) + ".json");
    }

    /** A name of any length and any characters becomes a file name. */
    private static String hash(List<?> parts) {
        try {
            byte[] text =
                    JSON.writeValueAsBytes(parts.stream().map(String::valueOf).toList());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<Row> read(Source source, List<?> key) {
        return read(source, file(source, key));
    }

    List<Row> readAll(Source source) {
        return files(source).stream()
                .flatMap(file -> read(source, file).stream())
                .toList();
    }

    private List<Path> files(Source source) {
        return attempt("listed", () -> {
            try (Stream<Path> files = Files.list(Files.createDirectories(folder(source)))) {
                return files.filter(file -> file.toString().endsWith(".json")).toList();
            }
        });
    }

    private static Optional<Row> read(Source source, Path file) {
        return attempt("read", () -> {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return Optional.of(JsonValues.read(source.layout(), JSON.readValue(text, Map.class)));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        });
    }

    // snippet:json-write
    static byte[] encode(Row row) {
        return JSON.writeValueAsBytes(JsonValues.write(row));
    }

    void write(Source source, Row row, byte[] encoded) {
        List<?> key = source.key().isEmpty() ? List.of(UUID.randomUUID()) : key(source, row);
        attempt("written", () -> {
            Path whole = Files.createTempFile(Files.createDirectories(folder(source)), "row", ".tmp");
            Files.write(whole, encoded);
            return Files.move(
                    whole, file(source, key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }
    // end

    void remove(Source source, List<?> key) {
        attempt("removed", () -> Files.deleteIfExists(file(source, key)));
    }

    synchronized void removeAll(Source source) {
        files(source).forEach(file -> attempt("removed", () -> Files.deleteIfExists(file)));
    }
}
