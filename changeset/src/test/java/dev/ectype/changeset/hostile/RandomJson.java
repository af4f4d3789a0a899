package dev.ectype.changeset.hostile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trees as JSON libraries read them, most of them of no sense. */
final class RandomJson {
    private static final Object[] SCALARS = {
        null,
        "",
        " ",
        "a",
        "true",
        "1",
        "-1",
        "1e999999999",
        "1E-999999999",
        "NaN",
        "2024-02-30",
        "2024-02-29T25:00:00Z",
        "\u0000",
        "\uD800",
        "\uDC00\uD800",
        "e\u0301\u200D\uFE0F",
        "\uD83D\uDC68\u200D\uD83D\uDC69",
        "%{count} ${a} {0}",
        "99999999999999999999999999999999999999",
        true,
        false,
        0,
        -1,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        1.5,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        new BigDecimal("1E+2147483640"),
        new BigDecimal("0E-2147483640"),
        BigInteger.TEN.pow(400),
        "red",
        "GR",
        "+30 210 1234567",
        "6912345678",
        "x@y",
        "10.00 EUR"
    };

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        for (String name : RandomShapes.NAMES) {
            if (random.nextInt(4) > 0) {
                params.put(name, value(4));
            }
            if (random.nextInt(8) == 0) {
                params.put(name + "_confirmation", value(1));
            }
        }
        return params;
    }

    private Object value(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(12)) {
            case 0, 1 -> list(depth);
            case 2 -> params();
            case 3 -> numbered(depth);
            case 4 -> Map.of("year", value(0) == null ? "" : "2024", "month", 2, "day", "30", "hour", 1, "minute", "x");
            case 5 -> text();
            default -> SCALARS[random.nextInt(SCALARS.length)];
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            list.add(random.nextInt(3) == 0 ? params(depth) : value(depth - 1));
        }
        return list;
    }

    private Object params(int depth) {
        return depth <= 1 ? Map.of("a", "b") : value(depth - 1);
    }

    private Map<String, Object> numbered(int depth) {
        Map<String, Object> map = new HashMap<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            map.put(random.nextBoolean() ? Integer.toString(random.nextInt(12)) : "x" + i, value(depth - 1));
        }
        return map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : 'a');
        }
        return text.toString();
    }
}
