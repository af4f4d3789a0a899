package dev.ectype.benchmarks.coldstart;

import dev.ectype.benchmarks.validation.Contenders;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** This program's class path with each folder packed, as programs are when they start. Closing it deletes what it packed. */
final class Archives implements Closeable {
    private static final Pattern SOURCE = Pattern.compile("source: file:(\\S+\\.jar)");

    private final Path folder;
    private final List<String> paths = new ArrayList<>();

    private Archives(Path folder) {
        this.folder = folder;
    }

    static Archives ofClassPath() throws IOException {
        Archives archives = new Archives(Files.createTempDirectory("coldstarts"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                archives.paths.add(entry);
            } else if (Files.isDirectory(Path.of(entry))) {
                archives.paths.add(archives.packed(entry));
            }
        }
        return archives;
    }

    private String packed(String classes) {
        String archive = folder.resolve(paths.size() + ".jar").toString();
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        if (jar.run(System.out, System.err, "--create", "--file", archive, "-C", classes, ".") != 0) {
            throw new IllegalStateException("cannot pack " + classes);
        }
        return archive;
    }

    /** Returns the class path of those archives that a contender loads classes from, in the order in which it does. */
    String usedBy(Contenders contender) throws IOException {
        Set<String> used = new LinkedHashSet<>();
        for (String line :
                FirstErrorProcess.run(contender, String.join(File.pathSeparator, paths), "-Xlog:class+load")) {
            Matcher source = SOURCE.matcher(line);
            if (source.find()) {
                used.add(source.group(1));
            }
        }
        return String.join(File.pathSeparator, used);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
