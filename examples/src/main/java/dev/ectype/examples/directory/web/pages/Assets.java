package dev.ectype.examples.directory.web.pages;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that pages refer to; there are only these. */
final class Assets {
    private Assets() {}

    static void addTo(RoutesConfig routes) {
        add(routes, "style.css", "text/css");
        add(routes, "form.js", "text/javascript");
        add(routes, "icon.svg", "image/svg+xml");
    }

    private static void add(RoutesConfig routes, String file, String type) {
        byte[] bytes = read("/dev/ectype/examples/directory/web/" + file);
        routes.get("/assets/" + file, http -> {
            http.header("Cache-Control", "max-age=60");
            http.result(bytes).contentType(type + "; charset=utf-8");
        });
    }

    private static byte[] read(String path) {
        try (InputStream file = Assets.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("the file " + path + " of this program cannot be read", broken);
        }
    }
}
