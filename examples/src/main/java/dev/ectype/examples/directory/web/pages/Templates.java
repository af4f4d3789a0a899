package dev.ectype.examples.directory.web.pages;

import dev.ectype.examples.directory.web.http.Language;
import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Fills templates. Every value is escaped for HTML unless a template says otherwise, and none does. */
final class Templates {
    private static final String FOLDER = "dev/ectype/examples/directory/web/";
    private static final PebbleEngine ENGINE = engine();

    private Templates() {}

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    /** Answers with a page in the language of the request; the status is the caller's. */
    static void send(Context http, String template, Map<String, ?> model) {
        Language language = Language.of(http);
        language.describe(http);
        Map<String, Object> all = new HashMap<>(model);
        all.put("lang", language.locale().getLanguage());
        all.put("t", language.texts());
        StringWriter page = new StringWriter();
        try {
            ENGINE.getTemplate(template).evaluate(page, all, language.locale());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text cannot be written to", impossible);
        }
        http.html(page.toString());
    }
}
