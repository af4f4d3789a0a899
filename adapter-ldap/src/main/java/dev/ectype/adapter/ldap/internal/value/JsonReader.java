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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way back from what {@link JsonWriter} writes. Everything throws {@link UnreadableValueException}. */
final class JsonReader {
    private JsonReader() {}

    static Object required(Storage storage, JSONValue json) {
        Object value = read(storage, json);
        if (value == null) {
            throw new UnreadableValueException("a value and not null");
        }
        return value;
    }

    private static @Nullable Object read(Storage storage, JSONValue json) {
        if (json instanceof JSONNull) {
            return null;
        }
        if (storage instanceof Storage.Scalar scalar) {
            return scalar == Storage.Scalar.ANY ? AnyJson.read(json) : scalar(scalar, json);
        }
        if (storage instanceof Storage.ListOf list) {
            return into(new ArrayList<>(), list.element(), json);
        }
        if (storage instanceof Storage.SetOf set) {
            return into(new LinkedHashSet<>(), set.element(), json);
        }
        return ofObject(storage, expect(JSONObject.class, json, "a JSON object"));
    }

    private static <C extends Collection<@Nullable Object>> C into(C collection, Storage element, JSONValue json) {
        for (JSONValue value : expect(JSONArray.class, json, "a JSON array").getValues()) {
            collection.add(read(element, value));
        }
        return collection;
    }

    private static Object ofObject(Storage storage, JSONObject json) {
        if (storage instanceof Storage.MapOf map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            json.getFields().forEach((key, value) -> values.put(key, read(map.value(), value)));
            return values;
        }
        return row(layout(storage, json), json);
    }

    private static Layout layout(Storage storage, JSONObject json) {
        if (storage instanceof Storage.Embedded embedded) {
            return embedded.layout().get();
        }
        Storage.OneOf oneOf = (Storage.OneOf) storage;
        String tag = json.getFieldAsString(oneOf.tag());
        Layout layout = tag == null ? null : oneOf.layout(tag);
        if (layout == null) {
            throw new UnreadableValueException("a JSON object with a known text in '" + oneOf.tag() + "'");
        }
        return layout;
    }

    private static Row row(Layout layout, JSONObject json) {
        @Nullable Object[] values = new @Nullable Object[layout.size()];
        List<Layout.Slot> slots = layout.slots();
        for (int i = 0; i < values.length; i++) {
            JSONValue field = json.getField(slots.get(i).source());
            values[i] = field == null ? null : read(slots.get(i).storage(), field);
        }
        return Row.over(layout, values);
    }

    static Object scalar(Storage.Scalar storage, JSONValue json) {
        return switch (storage) {
            case TEXT -> text(json);
            case BOOLEAN -> expect(JSONBoolean.class, json, "true or false").booleanValue();
            case INT32, INT64 ->
                Codecs.of(storage, false)
                        .decode(new ASN1OctetString(expect(JSONNumber.class, json, "a number")
                                .getValue()
                                .toPlainString()));
            case BINARY -> bytes(text(json));
            default -> Codecs.of(storage, false).decode(new ASN1OctetString(text(json)));
        };
    }

    static String text(JSONValue json) {
        return expect(JSONString.class, json, "a text in JSON").stringValue();
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableValueException("bytes in base 64", e);
        }
    }

    static <J extends JSONValue> J expect(Class<J> kind, JSONValue json, String expected) {
        if (!kind.isInstance(json)) {
            throw new UnreadableValueException(expected);
        }
        return kind.cast(json);
    }
}
