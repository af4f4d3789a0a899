package dev.ectype.examples.directory.web;

import dev.ectype.error.StoreException;
import dev.ectype.examples.directory.web.api.PeopleApi;
import dev.ectype.examples.directory.web.http.JettyErrors;
import dev.ectype.examples.directory.web.http.RequestException;
import dev.ectype.examples.directory.web.http.SafeHeaders;
import dev.ectype.examples.directory.web.pages.ErrorPages;
import dev.ectype.examples.directory.web.pages.PeoplePages;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.CursorException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.io.PrintStream;
import java.util.Map;

/** The directory on the web. It listens on this machine alone: it asks nobody who they are. */
public final class DirectoryServer implements AutoCloseable {
    private static final String THIS_MACHINE = "localhost";
    private static final int BAD_REQUEST = 400;
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;

    private final Javalin server;

    private DirectoryServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the directory of a store.
     *
     * @param port the port, or 0 for any that is free
     * @param log where failures that nobody expected are told
     * @throws io.javalin.util.JavalinException if the port is taken
     */
    public static DirectoryServer start(Repo repo, int port, PrintStream log) {
        Javalin server = Javalin.create(config -> configure(config, repo, log));
        return new DirectoryServer(server.start(THIS_MACHINE, port));
    }

    private static void configure(JavalinConfig config, Repo repo, PrintStream log) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
        config.routes.before(SafeHeaders::add).before(SafeHeaders::refuseOtherSites);
        new PeoplePages(repo).addTo(config.routes);
        new PeopleApi(repo).addTo(config.routes);
        answerFailures(config.routes, log);
    }

    private static void answerFailures(RoutesConfig routes, PrintStream log) {
        routes.exception(RequestException.class, (failure, http) -> {
            failure.headers().forEach(http::header);
            ErrorPages.answer(http, failure.status(), failure.detail());
        });
        routes.exception(HttpResponseException.class, (failure, http) -> {
            allowed(failure).forEach(http::header);
            ErrorPages.answer(http, failure.getStatus(), "");
        });
        routes.exception(
                CursorException.class,
                (failure, http) ->
                        ErrorPages.answer(http, BAD_REQUEST, "This list has no such place; begin at its first page."));
        routes.exception(StoreException.class, (failure, http) -> {
            failure.printStackTrace(log);
            ErrorPages.answer(http, UNAVAILABLE, "The store does not answer.");
        });
        routes.exception(Exception.class, (failure, http) -> {
            failure.printStackTrace(log);
            ErrorPages.answer(http, BROKEN, "Something failed here.");
        });
    }

    /** The methods that an address has, which the library knows only as a text. */
    private static Map<String, String> allowed(HttpResponseException failure) {
        String methods = failure.getDetails().get("availableMethods");
        return methods == null ? Map.of() : Map.of("Allow", methods);
    }

    /** Returns the port. */
    public int port() {
        return server.port();
    }

    /** Returns the address of the first page. */
    public String address() {
        return "http://" + THIS_MACHINE + ":" + port() + "/";
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        server.jettyServer().server().join();
    }

    /** Stops the server; the repo stays open. */
    @Override
    public void close() {
        server.stop();
    }
}
