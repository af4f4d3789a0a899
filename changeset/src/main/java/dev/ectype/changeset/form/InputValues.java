package dev.ectype.changeset.form;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what to draw in an input: what was typed as it was typed, otherwise what is there. */
final class InputValues {
    private static final int MOST = 1000;
    private static final int LONGEST = 100_000;

    private InputValues() {}

    static <R> List<String> of(Field<?, ?> field, Changeset<R> changeset) {
        if (field.settings().isRedacted()) {
            return List.of();
        }
        String param = field.settings().external().orElse(field.name());
        Map<String, ?> params = changeset.params().orElse(Map.of());
        return texts(params.containsKey(param) ? params.get(param) : current(field, changeset));
    }

    @SuppressWarnings("unchecked") // the form asks for fields of the changeset's own shape
    private static <R> @Nullable Object current(Field<?, ?> field, Changeset<R> changeset) {
        return changeset.get((Field<R, ?>) field);
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        Collection<?> all = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object each : all) {
            if (texts.size() < MOST && isText(each)) {
                texts.add(text(each));
            }
        }
        return texts;
    }

    /** What is deeper than a value was typed into no input. */
    private static boolean isText(@Nullable Object value) {
        return value != null
                && !(value instanceof Map<?, ?>)
                && !(value instanceof Collection<?>)
                && !(value instanceof byte[]);
    }

    private static String text(Object value) {
        String text = value instanceof BigDecimal decimal && Math.abs(decimal.scale()) < LONGEST
                ? decimal.toPlainString()
                : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
