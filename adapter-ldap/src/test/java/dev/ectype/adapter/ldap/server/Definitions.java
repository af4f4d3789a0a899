package dev.ectype.adapter.ldap.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The definitions of {@code ectype-test.schema}, as slapd reads them and in other clothes. */
final class Definitions {
    private Definitions() {}

    static List<String> lines() {
        try (InputStream in = Definitions.class.getResourceAsStream("/ectype-test.schema")) {
            byte[] bytes = Objects.requireNonNull(in, "ectype-test.schema").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String[] asEntry() {
        return Stream.concat(
                        Stream.of("dn: cn=schema", "objectClass: top", "objectClass: subschema", "cn: schema"),
                        lines().stream()
                                .map(line -> line.replace("attributetype ", "attributeTypes: ")
                                        .replace("objectclass ", "objectClasses: ")))
                .toArray(String[]::new);
    }
}
