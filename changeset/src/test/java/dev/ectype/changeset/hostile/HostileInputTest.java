package dev.ectype.changeset.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.form.Form;
import dev.ectype.changeset.message.Messages;
import dev.ectype.changeset.params.Params;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.view.ErrorViews;
import dev.ectype.types.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileInputTest {
    private static final int TREES = 10_000;
    private static final long MOST_BYTES = 50_000_000;

    @Test
    @Timeout(300)
    void randomTreesAgainstRandomShapesNeverThrowNorHangNorAllocateWithoutBound() {
        long seed = Long.getLong("ectype.seed", System.nanoTime());
        System.out.println("HostileInputTest seed " + seed + " (replay with -Dectype.seed=" + seed + ")");
        Random random = new Random(seed);
        RandomShapes shapes = new RandomShapes(random);
        RandomJson json = new RandomJson(random);
        for (int i = 0; i < TREES; i++) {
            Shape<Map<String, Object>> shape = shapes.next(2);
            Map<String, Object> params = json.params();
            String tree = "tree " + i + " of seed " + seed;
            long allocated = Allocation.during(() -> assertThatCode(() -> use(shape, params))
                    .as("%s: %s", tree, params)
                    .doesNotThrowAnyException());
            assertThat(allocated).as("bytes for %s: %s", tree, params).isLessThan(MOST_BYTES);
        }
    }

    private static void use(Shape<Map<String, Object>> shape, Map<String, Object> params) {
        Changeset<Map<String, Object>> changeset =
                RandomShapes.validated(shape.change(), params).strict();
        Result<Map<String, Object>> result = changeset.apply();
        ErrorViews.of(changeset, Messages.in(Locale.forLanguageTag("pl"))).problem();
        Form.of(changeset).inputs();
        changeset.difference();
        assertThat(changeset.toString()).isNotEmpty();
        assertThat(result.isOk()).isEqualTo(changeset.allErrors().isEmpty());
        if (result instanceof Result.Ok<Map<String, Object>> ok) {
            RandomShapes.validated(shape.change(ok.value()), params);
        }
    }

    private static final Shape<Map<String, Object>> ONE = Shape.ofMap()
            .field("text", Types.string())
            .field("list", Types.listOf(Types.string()))
            .field("any", Types.any())
            .build();

    @SuppressWarnings("unchecked") // the field was declared so
    private static Field<Map<String, Object>, String> text() {
        return (Field<Map<String, Object>, String>) ONE.require("text");
    }

    private static Changeset<Map<String, Object>> cast(Map<String, ?> params) {
        return ONE.cast(params, text(), ONE.require("list"), ONE.require("any"));
    }

    @Test
    void aTextOfTenMegabytesIsTooLong() {
        assertThat(cast(Map.of("text", "x".repeat(10_000_000))).errors())
                .extracting(FieldError::message)
                .containsExactly("should be at most 1000000 character(s)");
    }

    @Test
    void aMillionKeysAreTooMany() {
        Map<String, Object> params = new HashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            params.put("k" + i, i);
        }
        assertThat(cast(params).errors()).extracting(FieldError::code).containsExactly("limit.keys");
        assertThat(cast(Map.of("any", params)).errors())
                .extracting(FieldError::code)
                .containsExactly("limit.keys");
        assertThat(Params.ofForm(params)).isSameAs(Params.invalid());
    }

    @Test
    void aTreeTenThousandLevelsDeepIsTooDeep() {
        Object deep = "bottom";
        for (int i = 0; i < 10_000; i++) {
            deep = i % 2 == 0 ? new ArrayList<>(List.of(deep)) : new HashMap<>(Map.of("list", deep));
        }
        assertThat(cast(Map.of("any", deep, "list", List.of(deep))).errors())
                .extracting(FieldError::code)
                .containsExactly("limit.depth", "limit.depth");
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutCopyingIt() {
        Map<String, Object> keys = new HashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            keys.put("k" + i, i);
        }
        Object deep = "bottom";
        for (int i = 0; i < 10_000; i++) {
            deep = List.of(deep);
        }
        Map<String, Object> params = Map.of(
                "text",
                "x".repeat(10_000_000),
                "list",
                Collections.nCopies(1_000_000, "x"),
                "any",
                List.of(keys, deep));
        cast(params);
        assertThat(Allocation.during(() -> cast(params))).isLessThan(1_000_000);
    }

    private record Comment(String text, List<Comment> replies) {}

    @Test
    void recordsOfTheirOwnKindAreCastToABoundedDepth() {
        Map<String, Object> deep = Map.of("text", "bottom");
        for (int i = 0; i < 10_000; i++) {
            deep = Map.of("text", "on top", "replies", List.of(deep));
        }
        Shape<Comment> shape = Shape.infer(Comment.class);
        Changeset<Comment> changeset = Changesets.all(shape, deep);
        assertThat(changeset.isValid()).isFalse();
        assertThat(changeset.allErrors()).extracting(FieldError::code).containsExactly("limit.depth");
    }

    @Test
    void aPatternThatBacktracksEndsInTime() {
        Format evil = Format.of("^(a+)+$");
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(cast(Map.of("text", "a".repeat(40) + "!"))
                                .validateFormat(text(), evil)
                                .isValid())
                        .isFalse());
    }

    @Test
    void aListOfTextsThatBacktrackEndsInTime() {
        Format evil = Format.of("^(a+)+$");
        @SuppressWarnings("unchecked") // the field was declared so
        Field<Map<String, Object>, List<String>> list = (Field<Map<String, Object>, List<String>>) ONE.require("list");
        Map<String, Object> params = Map.of("list", Collections.nCopies(1_000, "a".repeat(40) + "!"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(cast(params).validateEach(list, evil).errors()).hasSize(1_000));
    }

    @Test
    void aPatternThatRecursesDeeperThanTheStackDoesNotMatch() {
        Format deep = Format.of("^(?:a|b)*$");
        assertThat(cast(Map.of("text", "ab".repeat(45_000)))
                        .validateFormat(text(), deep)
                        .isValid())
                .isFalse();
    }

    @Test
    void textInPlaceholdersIsNeverInterpreted() {
        Changeset<Map<String, Object>> changeset = cast(Map.of("text", "%{count} ${7*7} {0}"))
                .validateChange(
                        text(),
                        value -> List.of(
                                dev.ectype.changeset.Problem.of(dev.ectype.changeset.rule.Message.of("not %{value}")
                                        .with("value", value))));
        assertThat(changeset.errors().get(0).message()).isEqualTo("not %{count} ${7*7} {0}");
    }
}
