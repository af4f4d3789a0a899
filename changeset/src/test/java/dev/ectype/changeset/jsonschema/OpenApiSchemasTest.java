package dev.ectype.changeset.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiSchemasTest {
    private static final Map<String, Object> PLACE = Map.of("type", "object");
    private final OpenApiSchemas schemas = new OpenApiSchemas();

    private static Map<String, Object> person(Map<String, Object> place) {
        return Map.of(
                "$schema", "https://json-schema.org/draft/2020-12/schema",
                "properties", Map.of("places", Map.of("items", Map.of("$ref", "#/$defs/Place"))),
                "enum", List.of("#", 1),
                "$defs", Map.of("Place", place));
    }

    @Test
    void definitionsBecomeComponents() {
        assertThat(schemas.add("Person", person(PLACE))).isEqualTo(Map.of("$ref", "#/components/schemas/Person"));
        assertThat(schemas.toMap())
                .isEqualTo(Map.of(
                        "Place",
                        PLACE,
                        "Person",
                        Map.of(
                                "enum",
                                List.of("#", 1),
                                "properties",
                                Map.of("places", Map.of("items", Map.of("$ref", "#/components/schemas/Place"))))));
    }

    @Test
    void equalDefinitionsAreOneComponentAndOthersGetLongerNames() {
        schemas.add("Person", person(PLACE));
        schemas.add("Same", person(PLACE));
        schemas.add("Patch", person(Map.of("minProperties", 1)));
        assertThat(schemas.toMap().keySet()).containsExactly("Place", "Person", "Same", "PatchPlace", "Patch");
        assertThat(schemas.toMap().get("Patch").toString()).contains("#/components/schemas/PatchPlace");
    }

    @Test
    void aNameStandsForOneSchema() {
        schemas.add("Person", person(PLACE));
        assertThatThrownBy(() -> schemas.add("Person", PLACE)).hasMessageContaining("there is another schema 'Person'");
    }
}
