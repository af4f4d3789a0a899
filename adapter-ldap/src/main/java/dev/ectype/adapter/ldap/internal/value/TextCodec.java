package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;
import dev.ectype.error.MappingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Texts as UTF-8, and nothing that is not: neither lone surrogates nor broken bytes pass as something else. */
final class TextCodec implements ValueCodec {
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public ASN1OctetString encode(Object value) {
        String text = (String) value;
        requireWhole(text);
        return new ASN1OctetString(text);
    }

    private static void requireWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                requirePairs(text);
                return;
            }
        }
    }

    private static void requirePairs(String text) {
        if (text.codePoints().anyMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c))) {
            throw new MappingException(
                    MappingException.Kind.DATA, "a text with half a surrogate pair cannot be stored", Map.of());
        }
    }

    @Override
    public Object decode(ASN1OctetString raw) {
        String text = raw.stringValue();
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(raw);
    }

    private static String strictly(ASN1OctetString raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getValue()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableValueException("text in UTF-8", e);
        }
    }
}
