package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONBoolean;
import com.unboundid.util.json.JSONNull;
import com.unboundid.util.json.JSONNumber;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Neutral values as JSON: texts and booleans as such, numbers exactly, bytes in base 64, everything else as it prints. */
final class JsonWriter {
    private JsonWriter() {}

    static JSONValue write(Storage storage, @Nullable Object value) {
        if (value == null) {
            return JSONNull.NULL;
        }
        if (storage instanceof Storage.Scalar scalar) {
            return scalar == Storage.Scalar.ANY ? AnyJson.write(value) : scalar(scalar, value);
        }
        return compound(storage, value);
    }

    private static JSONValue compound(Storage storage, Object value) {
        if (storage instanceof Storage.ListOf list) {
            return array(list.element(), (Collection<?>) value);
        }
        if (storage instanceof Storage.SetOf set) {
            return array(set.element(), (Collection<?>) value);
        }
        if (storage instanceof Storage.MapOf map) {
            return map(map.value(), (Map<?, ?>) value);
        }
        return row((Row) value, storage instanceof Storage.OneOf oneOf ? Optional.of(oneOf.tag()) : Optional.empty());
    }

    private static JSONValue array(Storage element, Collection<?> values) {
        List<JSONValue> written = new ArrayList<>(values.size());
        values.forEach(value -> written.add(write(element, value)));
        return new JSONArray(written);
    }

    private static JSONValue map(Storage kind, Map<?, ?> values) {
        Map<String, JSONValue> written = new LinkedHashMap<>();
        values.forEach((key, value) -> written.put((String) key, write(kind, value)));
        return new JSONObject(written);
    }

    private static JSONValue row(Row row, Optional<String> tag) {
        Map<String, JSONValue> written = new LinkedHashMap<>();
        tag.ifPresent(
                name -> written.put(name, new JSONString(row.layout().tag().orElseThrow())));
        List<Layout.Slot> slots = row.layout().slots();
        for (int i = 0; i < slots.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                written.put(slots.get(i).source(), write(slots.get(i).storage(), value));
            }
        }
        return new JSONObject(written);
    }

    static JSONValue scalar(Storage.Scalar storage, Object value) {
        return switch (storage) {
            case TEXT -> new JSONString((String) value);
            case BOOLEAN -> new JSONBoolean((Boolean) value);
            case INT32, INT64 -> new JSONNumber(((Number) value).longValue());
            case BINARY -> new JSONString(Base64.getEncoder().encodeToString((byte[]) value));
            // As a text: the driver's JSON would print other digits of the same number.
            default -> new JSONString(printed(storage, value));
        };
    }

    private static String printed(Storage.Scalar storage, Object value) {
        ASN1OctetString text = Codecs.of(storage, false).encode(value);
        return text.stringValue();
    }
}
