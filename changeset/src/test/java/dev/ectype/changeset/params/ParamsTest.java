package dev.ectype.changeset.params;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.Limits;
import dev.ectype.changeset.MapShape;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Shape;
import dev.ectype.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ParamsTest {

    @Test
    void bracketsAndDotsSpellAPath() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("user[address][city]", "Athens");
        form.put("user.address.zip", "10558");
        form.put("user.tags[1]", "b");
        form.put("user.tags[0]", "a");
        assertThat(Params.ofForm(form))
                .isEqualTo(Map.of(
                        "user",
                        Map.of("address", Map.of("city", "Athens", "zip", "10558"), "tags", List.of("a", "b"))));
    }

    @Test
    void numberedRecordsStayAMapByNumber() {
        Map<String, String> form = Map.of("items[0][name]", "pen", "items[7][name]", "ink");
        assertThat(Params.ofForm(form))
                .isEqualTo(Map.of("items", Map.of("0", Map.of("name", "pen"), "7", Map.of("name", "ink"))));
    }

    @Test
    void severalValuesUnderOneNameAreAList() {
        assertThat(Params.ofForm(Map.of("a", new String[] {"x"}, "b", new String[] {"x", "y"}, "c[]", List.of("z"))))
                .isEqualTo(Map.of("a", "x", "b", List.of("x", "y"), "c", List.of("z")));
    }

    @Test
    void aShapeSaysWhereASingleValueIsAList() {
        Shape<Map<String, Object>> inner =
                Shape.ofMap().field("marks", Types.listOf(Types.integer())).build();
        Shape<Map<String, Object>> shape = Shape.ofMap()
                .field("tags", Types.listOf(Types.string()))
                .field("title", Types.string())
                .embedsMany("rows", inner)
                .build();
        Map<String, String> form = Map.of("tags", "a", "title", "b", "rows[0][marks]", "1");
        assertThat(Params.ofForm(form, shape))
                .isEqualTo(
                        Map.of("tags", List.of("a"), "title", "b", "rows", Map.of("0", Map.of("marks", List.of("1")))));
    }

    sealed interface Pet {}

    record Cat(List<String> marks) implements Pet {}

    @Test
    void theKindOfARecordSaysWhereASingleValueIsAList() {
        Shape<Cat> cats = Shape.infer(Cat.class);
        MapShape shape = Shape.ofMap()
                .embedsOne("pet", OneOf.of(Pet.class, "kind").with("cat", Cat.class, cats, (cat, params) -> cat))
                .build();
        assertThat(Params.ofForm(Map.of("pet[kind]", "cat", "pet[marks]", "white"), shape))
                .isEqualTo(Map.of("pet", Map.of("kind", "cat", "marks", List.of("white"))));
        assertThat(Params.ofForm(Map.of("pet[kind]", "dog", "pet[marks]", "white"), shape))
                .isEqualTo(Map.of("pet", Map.of("kind", "dog", "marks", "white")));
    }

    @ParameterizedTest
    @CsvSource({"a[b", "a]b", "[a]", "a[b]c", "a..b", "a[[b]]", ".", ".a"})
    void aNameThatSpellsNoPathIsOneName(String name) {
        assertThat(Params.ofForm(Map.of(name, "x"))).isEqualTo(Map.of(name, "x"));
    }

    @Test
    void aNameDeeperThanTheBoundsIsUnreadable() {
        assertThat(Params.ofForm(Map.of("a" + "[b]".repeat(10_000), "x"))).isSameAs(Params.invalid());
        assertThat(Params.ofForm(Map.of("a", "x", "b", "y"), Limits.DEFAULT.withKeys(1)))
                .isSameAs(Params.invalid());
    }

    @Test
    void anEmptyMapIsNotUnreadable() {
        assertThat(Params.ofForm(Map.of())).isNotSameAs(Params.invalid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"b\"}|{\"b\":\"c\"}|{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}|{\"a\":null}|{}",
                "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
                "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"c\"}|{\"a\":[\"b\"]}|{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}|{\"a\":[1]}|{\"a\":[1]}",
                "[\"a\",\"b\"]|[\"c\",\"d\"]|[\"c\",\"d\"]",
                "{\"a\":\"b\"}|[\"c\"]|[\"c\"]",
                "{\"a\":\"foo\"}|null|null",
                "{\"a\":\"foo\"}|\"bar\"|\"bar\"",
                "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
                "[1,2]|{\"a\":\"b\",\"c\":null}|{\"a\":\"b\"}",
                "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}"
            })
    void aMergePatchDoesWhatTheAppendixOfItsRfcSays(String target, String patch, String result) {
        JsonMapper json = new JsonMapper();
        assertThat(MergePatch.apply(json.readValue(target, Object.class), json.readValue(patch, Object.class)))
                .isEqualTo(json.readValue(result, Object.class));
    }

    @Test
    void aPatchChangesNeitherOfTheTwo() {
        Map<String, Object> target = new HashMap<>(Map.of("a", new HashMap<>(Map.of("b", 1))));
        Map<String, Object> patch = Map.of("a", Collections.singletonMap("b", null));
        assertThat(MergePatch.apply(target, patch)).isEqualTo(Map.of("a", Map.of()));
        assertThat(target).isEqualTo(Map.of("a", Map.of("b", 1)));
    }

    @Test
    void aDeepPatchIsTakenWholeAndDoesNotOverflow() {
        Map<String, Object> deep = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            deep = new HashMap<>(Map.of("a", deep));
        }
        assertThat(MergePatch.apply(new HashMap<>(), deep)).hasSize(1);
        assertThat(new ArrayList<>(deep.keySet())).containsExactly("a");
    }

    @Test
    void aWholeRecordIsNullWhereParamsSayNothing() {
        Shape<Map<String, Object>> row = Shape.ofMap()
                .field("id", Types.integer(), FieldOptions.primaryKey())
                .field("name", Types.string())
                .build();
        Shape<Map<String, Object>> shape = Shape.ofMap()
                .field("title", Types.string(), FieldOptions.external("heading"))
                .field("note", Types.string())
                .field("count", Types.integer(), FieldOptions.defaultTo(3))
                .embedsOne("place", row)
                .embedsMany("rows", row)
                .build();
        Map<String, Object> whole = Params.whole(
                Map.of("heading", "x", "place", Map.of(), "rows", List.of(Map.of("id", 1), "odd"), "more", 1), shape);
        Map<String, Object> empty = new HashMap<>();
        empty.put("name", null);
        Map<String, Object> keyed = new HashMap<>(empty);
        keyed.put("id", 1);
        assertThat(whole)
                .containsEntry("heading", "x")
                .containsEntry("note", null)
                .containsEntry("count", 3)
                .containsEntry("place", empty)
                .containsEntry("rows", List.of(keyed, "odd"))
                .containsEntry("more", 1)
                .doesNotContainKey("title");
        assertThat(Params.isInvalid(Params.whole(Params.invalid(), shape))).isTrue();
        assertThat(Params.isInvalid(Map.of())).isFalse();
    }

    @Test
    void aWholeRecordHasNoneOfTheRecordsThatParamsDoNotName() {
        MapShape row = Shape.ofMap().field("name", Types.string()).build();
        MapShape shape = Shape.ofMap()
                .embedsMany("rows", row, (each, params) -> each, FieldOptions.onReplace(OnReplace.DELETE))
                .build();
        @SuppressWarnings("unchecked") // it was declared so
        EmbedsMany<Map<String, Object>, Map<String, Object>> rows =
                (EmbedsMany<Map<String, Object>, Map<String, Object>>) shape.require("rows");
        Map<String, Object> data = Map.of("rows", List.of(Map.of("name", "old")));
        Changeset<Map<String, Object>> replaced =
                shape.cast(data, Params.whole(Map.of(), shape)).castEmbed(rows);
        assertThat(replaced.allErrors()).isEmpty();
        assertThat(replaced.applyChanges()).containsEntry("rows", List.of());
    }
}
