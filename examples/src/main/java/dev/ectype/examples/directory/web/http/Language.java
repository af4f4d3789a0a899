package dev.ectype.examples.directory.web.http;

import dev.ectype.changeset.message.Messages;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * A language that the directory speaks.
 *
 * @param locale the language
 * @param messages the texts of errors
 * @param texts the texts of pages, by key
 */
public record Language(Locale locale, Messages messages, Map<String, String> texts) {
    private static final List<Language> ALL =
            List.of(read(Locale.ENGLISH), read(Locale.GERMAN), read(Locale.forLanguageTag("pl")));
    private static final List<Locale> LOCALES =
            ALL.stream().map(Language::locale).toList();
    private static final int LONGEST_HEADER = 500;

    /** Returns the language that a client likes best of those there are; English if it likes none. */
    public static Language of(Context request) {
        return of(request.header("Accept-Language"));
    }

    /** Returns the language that a header asks for; English if it asks for none that there is, or cannot be read. */
    static Language of(@Nullable String acceptLanguage) {
        Locale best = acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER ? null : best(acceptLanguage);
        return best == null ? ALL.get(0) : ALL.get(LOCALES.indexOf(best));
    }

    private static @Nullable Locale best(String acceptLanguage) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Tells a client which language it got, and caches that another one may get another. */
    public void describe(Context response) {
        response.header("Content-Language", locale.getLanguage());
        response.header("Vary", "Accept-Language");
    }

    private static Language read(Locale locale) {
        ResourceBundle errors = bundle("errors", locale);
        ResourceBundle pages = bundle("pages", locale);
        Map<String, String> texts = new LinkedHashMap<>();
        pages.keySet().forEach(key -> texts.put(key, pages.getString(key)));
        return new Language(locale, Messages.in(locale).with(errors), Collections.unmodifiableMap(texts));
    }

    /** Without the fallback to the language of the machine. */
    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "dev.ectype.examples.directory.web." + name,
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
