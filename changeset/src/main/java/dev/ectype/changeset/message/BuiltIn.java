package dev.ectype.changeset.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The built-in texts of the languages other than English, whose texts are those that errors have anyway. They are not read
 * by {@link java.util.ResourceBundle}, which would fall back to the language of the machine where one is missing.
 */
final class BuiltIn {
    private static final List<String> LANGUAGES = List.of("de", "pl");
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private BuiltIn() {}

    /** Returns the texts of a language, none of those that English stands in for. */
    static Map<String, String> texts(Locale locale) {
        String language = locale.getLanguage();
        if (!LANGUAGES.contains(language)) {
            return Map.of();
        }
        Map<String, String> known = READ.get(language);
        return known == null ? read(language) : known;
    }

    private static Map<String, String> read(String language) {
        String name = "texts_" + language + ".properties";
        try (InputStream file = BuiltIn.class.getResourceAsStream(name)) {
            Map<String, String> texts = read(Objects.requireNonNull(file, name));
            READ.put(language, texts);
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
