package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Values as a text that their kind prints and parses.
 *
 * @param expected what a value must be, as messages say it
 * @param print writes
 * @param parse reads; may throw {@link IllegalArgumentException} and {@link DateTimeException}
 */
record PrintedCodec(String expected, Function<Object, String> print, Function<String, Object> parse)
        implements ValueCodec {
    @Override
    public ASN1OctetString encode(Object value) {
        return new ASN1OctetString(print.apply(value));
    }

    @Override
    public Object decode(ASN1OctetString raw) {
        try {
            return parse.apply(raw.stringValue());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnreadableValueException(expected, e);
        }
    }
}
