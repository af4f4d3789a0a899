package dev.ectype.changeset.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The built-in texts. They are not read by {@link java.util.ResourceBundle}, which would fall back to the language of the
 * machine where one is missing.
 */
final class BuiltIn {
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private BuiltIn() {}

    /** Returns the texts of a language, English where it has none. */
    static Map<String, String> texts(Locale locale) {
        return read("texts_" + locale.getLanguage(), "texts");
    }

    /** Returns the default text of each code. */
    static Map<String, String> defaults() {
        return read("defaults", "defaults");
    }

    private static Map<String, String> read(String name, String otherwise) {
        Map<String, String> known = READ.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream file = BuiltIn.class.getResourceAsStream(name + ".properties")) {
            if (file == null) {
                return read(otherwise, otherwise);
            }
            Map<String, String> texts = read(file);
            READ.put(name, texts);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts '" + name + "' cannot be read", e);
        }
    }

    private static Map<String, String> read(InputStream file) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        Map<String, String> texts = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            texts.put(name, properties.getProperty(name));
        }
        return texts;
    }
}
