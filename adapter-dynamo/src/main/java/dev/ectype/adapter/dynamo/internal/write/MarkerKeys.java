package dev.ectype.adapter.dynamo.internal.write;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of markers: a text for each set of values, the same for values that are equal and for no others. */
final class MarkerKeys {
    private static final int LONGEST = 1024;

    private MarkerKeys() {}

    /** Returns the key of the marker of values under an index. */
    static String of(String index, List<AttributeValue> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(counted(text(value))));
        boolean isLong = text.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
        return index + "#" + (isLong ? digest(text.toString()) : text);
    }

    private static String counted(String text) {
        return text.length() + ":" + text;
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> "s" + value.s();
            case N -> "n" + number(value.n());
            case B -> "b" + Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe());
            case BOOL -> "t" + value.bool();
            case L -> "l" + list(value.l());
            case M ->
                "m"
                        + new TreeMap<>(value.m())
                                .entrySet().stream()
                                        .map(entry -> counted(entry.getKey()) + counted(text(entry.getValue())))
                                        .reduce("", String::concat);
            case SS ->
                "S"
                        + list(value.ss().stream()
                                .sorted()
                                .map(AttributeValue::createS)
                                .toList());
            case NS ->
                "N"
                        + list(value.ns().stream()
                                .map(MarkerKeys::number)
                                .sorted()
                                .map(AttributeValue::createN)
                                .toList());
            case BS ->
                "B"
                        + value.bs().stream()
                                .map(bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()))
                                .sorted()
                                .toList();
            default -> "0";
        };
    }

    private static String list(List<AttributeValue> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(counted(text(value))));
        return text.toString();
    }

    private static String number(String number) {
        return new BigDecimal(number).stripTrailingZeros().toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
