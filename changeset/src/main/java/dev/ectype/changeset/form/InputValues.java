package dev.ectype.changeset.form;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.types.Type;
import dev.ectype.types.phone.Phone;
import dev.ectype.types.stored.Storage;
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
        return texts(params.containsKey(param) ? params.get(param) : current(field, changeset), field.type());
    }

    @SuppressWarnings("unchecked") // the form asks for fields of the changeset's own shape
    private static <R> @Nullable Object current(Field<?, ?> field, Changeset<R> changeset) {
        return changeset.get((Field<R, ?>) field);
    }

    private static List<String> texts(@Nullable Object value, Type<?> type) {
        List<String> texts = new ArrayList<>();
        Collection<?> all = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object each : all) {
            if (texts.size() < MOST && isText(each)) {
                texts.add(text(each, type.element().isPresent() ? type.element().get() : type));
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

    /** Returns the text of a value, whether it is one of the type or was sent. */
    static String text(Object value, Type<?> type) {
        boolean typed = !(value instanceof CharSequence) && type.valueClass().isInstance(value);
        String text = typed ? own(value, type) : plain(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** People read a phone number as other countries write it; what is stored as a text is cast from that text. */
    @SuppressWarnings("unchecked") // the value is one of the type's class
    private static <V> String own(Object value, Type<V> type) {
        if (value instanceof Phone phone) {
            return phone.international();
        }
        return type.storage() == Storage.Scalar.TEXT ? type.dump((V) value).toString() : plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof BigDecimal decimal && Math.abs(decimal.scale()) < LONGEST
                ? decimal.toPlainString()
                : value.toString();
    }
}
