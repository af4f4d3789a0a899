package dev.ectype.changeset.jsonschema;

import static dev.ectype.changeset.rule.Rules.format;
import static dev.ectype.changeset.rule.Rules.greaterThan;
import static dev.ectype.changeset.rule.Rules.length;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.changeset.rule.Rules.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.MapShape;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.rule.Confirmation;
import dev.ectype.changeset.rule.Rules;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    record Node(String name, List<Node> children) {}

    static final class Nodes extends Shape<Node> {
        static final Nodes NODE = new Nodes();
        final Field<Node, String> name = field("name", Types.string());
        final EmbedsMany<Node, Node> children = embedsMany("children", () -> Nodes.NODE, Nodes::changeset);

        private Nodes() {
            super(Node.class);
        }

        static Changeset<Node> changeset(Changeset<Node> node, Map<String, ?> params) {
            return node.cast(params, NODE.name).validateRequired(NODE.name).castEmbed(NODE.children);
        }
    }

    sealed interface Pet {}

    record Cat(String name) implements Pet {}

    record Dog(Integer age) implements Pet {}

    record Person(
            String name,
            String code,
            Integer age,
            Long rank,
            BigDecimal price,
            String color,
            List<String> tags,
            Node tree,
            Pet pet) {}

    static final class People extends Shape<Person> {
        static final People PERSON = new People();
        final Field<Person, String> name = field("name", Types.string());
        final Field<Person, String> code = field("code", Types.string());
        final Field<Person, Integer> age = field("age", Types.integer());
        final Field<Person, Long> rank = field("rank", Types.longInteger());
        final Field<Person, BigDecimal> price = field("price", Types.decimal());
        final Field<Person, String> color = field("color", Types.oneOf("red", "green"));
        final Field<Person, List<String>> tags = field("tags", Types.listOf(Types.string()));
        final EmbedsOne<Person, Node> tree = embedsOne("tree", Nodes.NODE, Nodes::changeset);
        final EmbedsOne<Person, Pet> pet = embedsOne(
                "pet",
                OneOf.of(Pet.class, "kind")
                        .with(
                                "cat",
                                Cat.class,
                                Shape.infer(Cat.class),
                                (cat, params) -> cat.cast(params, cat.shape().castable()))
                        .with(
                                "dog",
                                Dog.class,
                                Shape.infer(Dog.class),
                                (dog, params) -> dog.cast(params, dog.shape().castable())));

        private People() {
            super(Person.class);
        }

        static Changeset<Person> changeset(Map<String, ?> params) {
            var f = PERSON;
            return f.cast(params, f.name, f.code, f.age, f.rank, f.price, f.color, f.tags)
                    .castEmbed(f.tree)
                    .castEmbed(f.pet)
                    .validateRequired(f.name, f.age)
                    .validateLength(f.name, min(2).max(5).in(Rules.CODE_POINTS))
                    .validateFormat(f.code, format("^[A-Z]{3}$"))
                    .validateNumber(f.age, greaterThan(0).lessThan(150))
                    .validateInclusion(f.rank, range(1, 3))
                    .validateNumber(f.price, greaterThan(0))
                    .validateLength(f.tags, length().max(2))
                    .validateEach(f.tags, min(1))
                    .validateAcceptance("terms");
        }
    }

    private static final Schema SCHEMA = compile(JsonSchema.of(People::changeset));

    private static Schema compile(Map<String, Object> schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Object> meta = Map.of("$ref", "https://json-schema.org/draft/2020-12/schema");
        assertThat(registry.getSchema(JSON.writeValueAsString(meta))
                        .validate(JSON.writeValueAsString(schema), InputFormat.JSON))
                .isEmpty();
        return registry.getSchema(JSON.writeValueAsString(schema));
    }

    private static boolean accepts(Map<String, Object> document) {
        return SCHEMA.validate(JSON.writeValueAsString(document), InputFormat.JSON)
                .isEmpty();
    }

    @Test
    void aDocumentThatIsAcceptedByBoth() {
        Map<String, Object> document = valid();
        assertThat(People.changeset(document).isValid()).isTrue();
        assertThat(accepts(document)).isTrue();
    }

    private static Map<String, Object> valid() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", "Maria");
        document.put("code", "ABC");
        document.put("age", 30);
        document.put("rank", 2);
        document.put("price", 1.5);
        document.put("color", "red");
        document.put("tags", List.of("a"));
        document.put("tree", Map.of("name", "root", "children", List.of(Map.of("name", "leaf"))));
        document.put("pet", Map.of("kind", "dog", "age", 3));
        document.put("terms", true);
        return document;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":null}",
                "{\"name\":\"M\"}",
                "{\"name\":\"Marianne\"}",
                "{\"code\":\"abc\"}",
                "{\"age\":0}",
                "{\"age\":1.5}",
                "{\"age\":99999999999}",
                "{\"rank\":4}",
                "{\"price\":0}",
                "{\"color\":\"blue\"}",
                "{\"tags\":[\"a\",\"b\",\"c\"]}",
                "{\"tags\":\"a\"}",
                "{\"tree\":{\"name\":null}}",
                "{\"tree\":{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[{}]}]}}",
                "{\"pet\":{\"kind\":\"fish\"}}",
                "{\"pet\":{\"kind\":\"dog\",\"age\":\"old\"}}",
                "{\"terms\":false}"
            })
    @SuppressWarnings("unchecked") // each is an object
    void whatTheSchemaRefusesTheChangesetRefuses(String change) {
        Map<String, Object> document = valid();
        document.putAll(JSON.readValue(change, Map.class));
        assertThat(accepts(document)).as("accepted by the schema").isFalse();
        assertThat(People.changeset(document).isValid())
                .as("accepted by the changeset")
                .isFalse();
    }

    @Test
    void whatIsNotRequiredMayBeAbsentOrNull() {
        Map<String, Object> document = new LinkedHashMap<>(Map.of("name", "Maria", "age", 30, "terms", "1"));
        assertThat(accepts(document)).isTrue();
        for (String name : List.of("code", "rank", "price", "color", "tags", "tree", "pet")) {
            document.put(name, null);
        }
        assertThat(accepts(document)).isTrue();
        assertThat(People.changeset(document).isValid()).isTrue();
    }

    @Test
    void aClosedSchemaRefusesWhatIsUnknown() {
        Map<String, Object> document = Map.of("name", "Maria", "age", 30, "terms", true, "admin", true);
        assertThat(accepts(document)).isTrue();
        assertThat(compile(JsonSchema.closed(People::changeset))
                        .validate(JSON.writeValueAsString(document), InputFormat.JSON))
                .isNotEmpty();
    }

    /** Looks whether schema and changeset take the same values of a field. */
    private static void agree(
            Type<?> type, UnaryOperator<Changeset<Map<String, Object>>> rules, List<?> taken, List<?> refused) {
        MapShape shape = Shape.ofMap().field("x", type).build();
        Function<Map<String, ?>, Changeset<Map<String, Object>>> changeset =
                params -> rules.apply(shape.cast(params, shape.castable()));
        Schema schema = compile(JsonSchema.of(changeset));
        for (boolean valid : new boolean[] {true, false}) {
            for (Object value : valid ? taken : refused) {
                Map<String, Object> document = Collections.singletonMap("x", value);
                assertThat(changeset.apply(document).isValid())
                        .as("changeset of %s", value)
                        .isEqualTo(valid);
                assertThat(schema.validate(JSON.writeValueAsString(document), InputFormat.JSON)
                                .isEmpty())
                        .as("schema of %s", value)
                        .isEqualTo(valid);
            }
        }
    }

    @SuppressWarnings("unchecked") // the caller names the type that was declared
    private static <V> Field<Map<String, Object>, V> x(Changeset<?> changeset) {
        return (Field<Map<String, Object>, V>) changeset.shape().require("x");
    }

    private enum Size {
        S,
        L
    }

    @Test
    void valuesOfATypeOfAFewAreAllowedByTheirCodesToo() {
        Map<String, Object> crossed = new LinkedHashMap<>();
        crossed.put("a", "b");
        crossed.put("b", "a");
        agree(
                Types.oneOf(Map.of("a", 1, "b", 2)),
                c -> c.validateInclusion(x(c), List.of("a")),
                List.of(1, "a"),
                List.of(2, "b"));
        agree(Types.oneOf(crossed), c -> c.validateExclusion(x(c), List.of("a")), List.of("a"), List.of("b"));
        agree(
                Types.enumOf(Size.class, Size::ordinal),
                c -> c.validateExclusion(x(c), List.of(Size.S)),
                List.of(1, "L"),
                List.of(0, "S"));
    }

    @Test
    void whatSeveralRulesAllowIsAllowed() {
        agree(
                Types.string(),
                c -> c.validateInclusion(x(c), List.of("a", "b")).validateInclusion(x(c), List.of("b", "c")),
                List.of("b"),
                List.of("a", "c"));
        agree(
                Types.integer(),
                c -> c.validateNumber(JsonSchemaTest.<Integer>x(c), greaterThan(0))
                        .validateNumber(JsonSchemaTest.<Integer>x(c), greaterThan(10))
                        .validateNumber(JsonSchemaTest.<Integer>x(c), greaterThan(5)),
                List.of(11),
                List.of(7, 3));
    }

    @Test
    void aDecimalMayComeAsTextAmongListedOnes() {
        agree(
                Types.decimal(),
                c -> c.validateInclusion(x(c), List.of(new BigDecimal("1.5"))),
                Arrays.asList(1.5, "1.5", "1.50", null),
                List.of(1.6));
    }

    @Test
    void nullIsNotLookedForAmongListedValues() {
        agree(
                Types.string(),
                c -> c.validateExclusion(x(c), Arrays.asList("a", null)),
                Arrays.asList("b", null),
                List.of("a"));
    }

    @Test
    void numbersWithoutATypeAreNotLookedForByValue() {
        agree(Types.any(), c -> c.validateExclusion(x(c), List.of(1L)), List.of(1, 1.0, "a"), List.of());
        agree(Types.any(), c -> c.validateExclusion(x(c), List.of("a")), List.of(1, "b"), List.of("a"));
    }

    @Test
    void lengthsAreThoseOfTheDocument() {
        agree(
                Types.setOf(Types.integer()),
                c -> c.validateLength(x(c), length().max(1)),
                List.of(List.of(1, 1)),
                List.of());
        agree(Types.base64(), c -> c.validateLength(x(c), length().max(3).in(Rules.BYTES)), List.of("AAAA"), List.of());
        agree(
                Types.binary(),
                c -> c.validateLength(x(c), length().max(3).in(Rules.BYTES)),
                List.of("abc"),
                List.of("abcd"));
        agree(
                Types.via("commas", Types.string(), List.class, text -> List.of(text.split(",")), all -> ""),
                c -> c.validateLength(x(c), length().max(2).in(Rules.CODE_POINTS)),
                List.of("a,b", "abc,def"),
                List.of());
    }

    @Test
    void aClosedSchemaKnowsAllParamsThatStrictKnows() {
        MapShape row = Shape.ofMap().field("name", Types.string()).build();
        MapShape shape = Shape.ofMap()
                .field(
                        "pin",
                        Types.string(),
                        FieldOptions.external("PIN"),
                        FieldOptions.redacted(),
                        FieldOptions.defaultTo("0000"))
                .embedsMany("rows", row, (each, params) -> each.cast(params, row.castable()))
                .build();
        @SuppressWarnings("unchecked") // it was declared so
        EmbedsMany<Map<String, Object>, Map<String, Object>> rows =
                (EmbedsMany<Map<String, Object>, Map<String, Object>>) shape.require("rows");
        Function<Map<String, ?>, Changeset<Map<String, Object>>> changeset =
                params -> shape.cast(params, shape.require("pin"))
                        .castEmbed(rows, options -> options.sortParam("order").dropParam("gone"))
                        .validateConfirmation(JsonSchemaTest.pin(shape), Confirmation.PLAIN.required())
                        .strict("_csrf");
        Map<String, Object> document = Map.of(
                "PIN",
                "1",
                "PIN_confirmation",
                "1",
                "rows",
                List.of(),
                "order",
                List.of(),
                "gone",
                List.of(),
                "_csrf",
                "");
        Map<String, Object> schema = JsonSchema.closed(changeset);
        assertThat(changeset.apply(document).errors()).isEmpty();
        assertThat(compile(schema).validate(JSON.writeValueAsString(document), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.toString()).doesNotContain("0000");
    }

    @SuppressWarnings("unchecked") // it was declared so
    private static Field<Map<String, Object>, String> pin(MapShape shape) {
        return (Field<Map<String, Object>, String>) shape.require("pin");
    }

    sealed interface Figure {}

    record Circle(String kind, Integer radius) implements Figure {}

    record Point(String label) implements Figure {}

    @Test
    void aKindOfRecordIsToldByItsTagWhateverItsFields() {
        Shape<Circle> circles = Shape.infer(Circle.class);
        Shape<Point> points = Shape.infer(Point.class);
        OneOf<Figure> figures = OneOf.of(Figure.class, "kind")
                .with(
                        "circle",
                        Circle.class,
                        circles,
                        (each, params) -> each.cast(params, circles.castable()).strict())
                .with(
                        "point",
                        Point.class,
                        points,
                        (each, params) -> each.cast(params, points.castable()).strict());
        MapShape shape = Shape.ofMap().embedsOne("figure", figures).build();
        @SuppressWarnings("unchecked") // it was declared so
        EmbedsOne<Map<String, Object>, Figure> figure =
                (EmbedsOne<Map<String, Object>, Figure>) shape.require("figure");
        Function<Map<String, ?>, Changeset<Map<String, Object>>> changeset =
                params -> shape.cast(params).castEmbed(figure).strict();
        Schema schema = compile(JsonSchema.closed(changeset));
        Map<String, Object> point = Map.of("figure", Map.of("kind", "point", "label", "a"));
        Map<String, Object> odd = Map.of("figure", Map.of("kind", "point", "radius", 1));
        assertThat(changeset.apply(point).allErrors()).isEmpty();
        assertThat(schema.validate(JSON.writeValueAsString(point), InputFormat.JSON))
                .isEmpty();
        assertThat(changeset.apply(odd).allErrors())
                .extracting(error -> error.path().dotted())
                .containsExactly("figure.radius");
        assertThat(schema.validate(JSON.writeValueAsString(odd), InputFormat.JSON))
                .isNotEmpty();
    }
}
