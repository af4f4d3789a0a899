package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;

/** Bytes as they are. */
final class BinaryCodec implements ValueCodec {
    @Override
    public ASN1OctetString encode(Object value) {
        return new ASN1OctetString((byte[]) value);
    }

    @Override
    public Object decode(ASN1OctetString raw) {
        return raw.getValue();
    }
}
