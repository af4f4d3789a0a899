package dev.ectype.changeset.message;

import static dev.ectype.changeset.rule.Rules.min;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Constraint;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Origin;
import dev.ectype.changeset.Path;
import dev.ectype.changeset.Shape;
import dev.ectype.types.Types;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Shape<Map<String, Object>> SHAPE =
            Shape.ofMap().field("name", Types.string()).build();

    @SuppressWarnings("unchecked") // the field was declared so
    private static final Field<Map<String, Object>, String> NAME =
            (Field<Map<String, Object>, String>) SHAPE.require("name");

    private static FieldError tooShort(int least) {
        return SHAPE.change()
                .put(NAME, "")
                .validateLength(NAME, min(least))
                .errors()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, should be at least 1 character",
        "en, 2, should be at least 2 characters",
        "de, 1, muss mindestens 1 Zeichen lang sein",
        "pl, 1, musi mieć co najmniej 1 znak",
        "pl, 2, musi mieć co najmniej 2 znaki",
        "pl, 5, musi mieć co najmniej 5 znaków",
        "pl, 12, musi mieć co najmniej 12 znaków",
        "pl, 22, musi mieć co najmniej 22 znaki",
        "fr, 2, should be at least 2 characters"
    })
    void textsAgreeWithTheirNumber(String language, int count, String text) {
        assertThat(Messages.in(Locale.forLanguageTag(language)).text(tooShort(count)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pl"})
    void everyCodeIsTranslated(String language) {
        Map<String, String> texts = BuiltIn.texts(Locale.forLanguageTag(language));
        Set<String> missing = new TreeSet<>(DefaultTexts.BY_CODE.keySet());
        missing.removeIf(code -> texts.containsKey(code) || texts.containsKey(code + ".other"));
        assertThat(missing).isEmpty();
    }

    @Test
    void aTextOfTheProgramsOwnKeepsItsWords() {
        FieldError error = SHAPE.change()
                .put(NAME, "")
                .validateLength(NAME, min(2).message("type %{count} key(s)"))
                .errors()
                .get(0);
        assertThat(Messages.in(Locale.ENGLISH).text(error)).isEqualTo("type 2 key(s)");
    }

    @Test
    void aTextOfTheProgramsOwnIsNotTranslated() {
        FieldError error = SHAPE.change()
                .put(NAME, "")
                .validateLength(NAME, min(2).message("too short: %{count}"))
                .errors()
                .get(0);
        assertThat(Messages.in(Locale.GERMAN).text(error)).isEqualTo("too short: 2");
    }

    private static final class Own extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {
                {"name.length.min.string.one", "Ein Name hat einen Buchstaben"},
                {"required", "fehlt"},
                {"is odd", "ist seltsam"}
            };
        }
    }

    @Test
    void aProgramsBundleGoesFirst() {
        Messages messages = Messages.in(Locale.GERMAN).with(new Own());
        assertThat(messages.text(tooShort(1))).isEqualTo("Ein Name hat einen Buchstaben");
        assertThat(messages.text(tooShort(2))).isEqualTo("muss mindestens 2 Zeichen lang sein");
        assertThat(messages.text(SHAPE.change().validateRequired(NAME).errors().get(0)))
                .isEqualTo("fehlt");
        assertThat(messages.text(
                        SHAPE.change().addError(NAME, "is odd").errors().get(0)))
                .isEqualTo("ist seltsam");
    }

    @Test
    void aConstraintHasTextsOfItsOwn() {
        Changeset<Map<String, Object>> changeset = SHAPE.change().exclusionConstraint(NAME);
        FieldError error = changeset
                .violated(Constraint.Kind.EXCLUSION, "x", List.of("name"))
                .orElseThrow()
                .errors()
                .get(0);
        assertThat(Messages.in(Locale.GERMAN).text(error)).isEqualTo("verletzt eine Ausschlussbedingung");
    }

    @ParameterizedTest
    @CsvSource({
        "de, is still associated with this entry, ist noch mit diesem Eintrag verknüpft",
        "de, are still associated with this entry, sind noch mit diesem Eintrag verknüpft",
        "pl, is still associated with this entry, jest nadal powiązane z tym wpisem"
    })
    void oneRelatedRecordAndSeveralAreToldApart(String language, String text, String translated) {
        FieldError error = new FieldError(Path.of("name"), "no_assoc", text, Map.of(), Origin.CONSTRAINT);
        assertThat(Messages.in(Locale.forLanguageTag(language)).text(error)).isEqualTo(translated);
    }

    @Test
    void everyDefaultTextIsTheOneThatRulesMake() {
        assertThat(DefaultTexts.BY_CODE)
                .containsEntry("length.min.string", tooShort(2).text())
                .containsEntry(
                        "required",
                        SHAPE.change().validateRequired(NAME).errors().get(0).text())
                .containsEntry(
                        "cast",
                        SHAPE.cast(Map.of("name", 1), NAME).errors().get(0).text());
    }
}
