package dev.ectype.examples.directory.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes requests that nobody should send; each is wrong in at least one way, whatever chance decides. */
final class HostileRequests {
    static final String SCRIPT = "<script>alert(1)</script>";

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> FIELDS =
            List.of("name", "email", "phone", "born", "age", "address", "skills", "status", "joined");
    /** The fields of the form that take no map; what else is sent with a form is passed over. */
    private static final List<String> TYPED = List.of("name", "email", "phone", "born", "age", "skills", "status");

    private static final List<String> OPERATORS =
            List.of("$ne", "$gt", "$where", "$regex", "$set", "__proto__", "constructor", "*)(uid=*");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/jsonx",
            "*/*",
            "a/b; c=\"");

    private final Random random;
    private final String existing;
    private final List<Supplier<Hostile>> kinds = List.of(
            this::deepJson,
            this::hugeNumber,
            this::wrongType,
            this::duplicateKey,
            this::formBomb,
            this::operatorAsValue,
            this::scriptInEveryField,
            this::brokenText,
            this::unknownFields,
            this::strangeAddress);

    HostileRequests(long seed, String existing) {
        this.random = new Random(seed);
        this.existing = existing;
    }

    /** A request, and what it is called in a failing test. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Hostile(String kind, String method, String path, String type, byte[] body) {
        Hostile(String kind, String method, String path, String type, String body) {
            this(kind, method, path, type, body.getBytes(UTF_8));
        }
    }

    Hostile next() {
        return pick(kinds).get();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Hostile api(String kind, String body) {
        return switch (random.nextInt(3)) {
            case 0 -> new Hostile(kind, "POST", "/api/people", JSON, body);
            case 1 -> new Hostile(kind, "PUT", "/api/people/" + existing, JSON, body);
            default -> new Hostile(kind, "PATCH", "/api/people/" + existing, "application/merge-patch+json", body);
        };
    }

    private Hostile form(String kind, String body) {
        return new Hostile(kind, "POST", random.nextBoolean() ? "/people" : "/people/" + existing, FORM, body);
    }

    private Hostile deepJson() {
        int depth = 10 + random.nextInt(20_000);
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        String close = open.equals("[") ? "]" : "}";
        String deep = open.repeat(depth) + "1" + (random.nextBoolean() ? close.repeat(depth) : "");
        return api("deep JSON", "{\"" + pick(FIELDS) + "\": " + deep + "}");
    }

    private Hostile hugeNumber() {
        String number = pick(List.of(
                "9".repeat(1 + random.nextInt(5_000)) + "9999",
                "1e" + (100 + random.nextInt(999_999_999)),
                "-1e400",
                "1." + "0".repeat(random.nextInt(3_000)) + "1",
                "NaN",
                "Infinity"));
        return api("huge number", "{\"age\": " + number + ", \"name\": " + number + "}");
    }

    private Hostile wrongType() {
        Hostile request = random.nextBoolean() ? api("wrong type", "{\"age\": 1}") : form("wrong type", "age=1");
        return new Hostile(request.kind(), request.method(), request.path(), pick(TYPES), request.body());
    }

    private Hostile duplicateKey() {
        String field = pick(FIELDS);
        return random.nextBoolean()
                ? api("duplicate key", "{\"" + field + "\": \"a\", \"" + field + "\": \"b\"}")
                : form("duplicate key", "name=a&name=b&" + (random.nextBoolean() ? "email=x&email=y" : ""));
    }

    private Hostile formBomb() {
        return form(
                "form bomb",
                switch (random.nextInt(4)) {
                    case 0 -> "a=1&".repeat(1_001 + random.nextInt(9_000));
                    case 1 -> "name" + "[x]".repeat(9 + random.nextInt(3_000)) + "=1";
                    case 2 -> "name=" + "x".repeat(200 + random.nextInt(200_000));
                    default -> manyNames();
                });
    }

    private String manyNames() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 201 + random.nextInt(500); i++) {
            body.append("skills[")
                    .append(i)
                    .append("][")
                    .append(i)
                    .append("]=1&f")
                    .append(i)
                    .append("=1&");
        }
        return body.toString();
    }

    private Hostile operatorAsValue() {
        String field = pick(FIELDS);
        String operator = pick(OPERATORS);
        return switch (random.nextInt(3)) {
            case 0 -> api("operator", "{\"" + field + "\": {\"" + operator + "\": \"\"}}");
            case 1 -> form("operator", encode(pick(TYPED) + "[" + operator + "]") + "=1");
            default -> new Hostile("operator", "GET", "/api/people?q[" + encode(operator) + "]=1", JSON, "");
        };
    }

    private Hostile scriptInEveryField() {
        StringBuilder json = new StringBuilder("{");
        StringBuilder form = new StringBuilder();
        for (String field : FIELDS) {
            json.append("\"").append(field).append("\": \"").append(SCRIPT).append("\",");
            form.append(field).append("=").append(encode(SCRIPT)).append("&");
        }
        form.append("address[city]=").append(encode("\"" + SCRIPT));
        return random.nextBoolean() ? api("script", json + "\"" + SCRIPT + "\": 1}") : form("script", form.toString());
    }

    private Hostile brokenText() {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        String path = random.nextBoolean() ? "/api/people" : "/people";
        return path.equals("/people")
                ? form("broken text", "name=%" + pick(List.of("", "z", "%%", "-1")))
                : new Hostile("broken text", "POST", path, JSON, bytes);
    }

    private Hostile unknownFields() {
        return api("unknown field", "{\"" + pick(List.of("admin", "_class", "@type", "$set", "")) + "\": true}");
    }

    private Hostile strangeAddress() {
        String id = pick(List.of("0", "%00", "%252e%252e", "x".repeat(5_000), encode(SCRIPT), "..;", "%F0%9F%92%A9"));
        String query = pick(List.of("?limit=-1", "?limit=1e9", "?order=" + encode(SCRIPT), "?q=a&q=b", "?after=%7B"));
        return switch (random.nextInt(3)) {
            case 0 -> new Hostile("strange address", "GET", "/api/people/" + id, JSON, "");
            case 1 -> new Hostile("strange address", "DELETE", "/api/people/" + id, JSON, "");
            default -> new Hostile("strange address", "GET", "/api/people" + query, JSON, "");
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
