package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.asn1.ASN1OctetString;

/** Writes neutral values of one kind as attribute values, and reads them. Safe for use by several threads. */
public interface ValueCodec {

    /**
     * Returns the attribute value.
     *
     * @throws dev.ectype.error.MappingException if no attribute value stands for it
     */
    ASN1OctetString encode(Object value);

    /**
     * Returns the neutral value.
     *
     * @throws UnreadableValueException if the attribute value is none of this kind
     */
    Object decode(ASN1OctetString raw);
}
