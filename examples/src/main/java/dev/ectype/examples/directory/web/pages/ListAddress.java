package dev.ectype.examples.directory.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ectype.examples.directory.web.listing.ListRequest;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a request for a list as an address; what is not said is left out. */
final class ListAddress {
    private ListAddress() {}

    static String of(ListRequest request) {
        Map<String, String> params = new LinkedHashMap<>();
        put(params, "q", request.text());
        put(params, "status", request.status() == null ? null : request.status().code());
        put(params, "order", request.order().code());
        put(params, "after", request.after());
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + URLEncoder.encode(param.getValue(), UTF_8))
                .collect(Collectors.joining("&", "/people?", ""));
    }

    private static void put(Map<String, String> params, String name, @Nullable String value) {
        if (value != null) {
            params.put(name, value);
        }
    }
}
