package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONField;
import com.unboundid.util.json.JSONNull;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONValue;
import dev.ectype.types.stored.Storage;

/**
 * Values with parts as one text in JSON, the value itself under {@code v}: the driver's own JSON reads only objects.
 *
 * @param storage the kind of the value
 */
public record JsonCodec(Storage storage) implements ValueCodec {
    private static final String VALUE = "v";

    @Override
    public ASN1OctetString encode(Object value) {
        JSONValue json = JsonWriter.write(storage, value);
        return Codecs.TEXT.encode(new JSONObject(new JSONField(VALUE, json)).toSingleLineString());
    }

    @Override
    public Object decode(ASN1OctetString raw) {
        try {
            JSONValue json = new JSONObject((String) Codecs.TEXT.decode(raw)).getField(VALUE);
            if (json == null || json instanceof JSONNull) {
                throw new UnreadableValueException("a JSON object with a value in '" + VALUE + "'");
            }
            return JsonReader.required(storage, json);
        } catch (JSONException e) {
            throw new UnreadableValueException("JSON", e);
        }
    }
}
