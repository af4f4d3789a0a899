package dev.ectype.changeset.message;

import dev.ectype.changeset.ErrorText;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Origin;
import dev.ectype.changeset.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders errors in one language. English, German and Polish are there; a program adds its own texts, and languages, by
 * resource bundles. Arguments are filled in as they are: nothing in them is ever interpreted. Immutable, thread-safe.
 *
 * <p>A program's bundle is asked first, for {@code field.code} (such as {@code address.city.required}), then for
 * {@code code}, then for the error's own text; each may end in a plural category ({@code length.min.string.few}). The
 * built-in texts stand in for the default text of a code, and never for one that the program wrote itself.
 */
public final class Messages {
    private static final String PLURAL = "(s)";
    private static final String ONE_RELATED = "constraint.no_assoc_one";

    private final Locale locale;
    private final Map<String, String> texts;
    private final List<ResourceBundle> own;

    private Messages(Locale locale, Map<String, String> texts, List<ResourceBundle> own) {
        this.locale = locale;
        this.texts = texts;
        this.own = own;
    }

    /** Returns the texts of a language; English if there are none. */
    public static Messages in(Locale locale) {
        boolean english =
                locale.getLanguage().equals("en"); // its texts are in no file, and a cold process need not look
        return new Messages(locale, english ? Map.of() : BuiltIn.texts(locale), List.of());
    }

    /** Returns these texts with a program's own, which go first; of several bundles the one added last does. */
    public Messages with(ResourceBundle bundle) {
        List<ResourceBundle> more = new ArrayList<>();
        more.add(bundle);
        more.addAll(own);
        return new Messages(locale, texts, Collections.unmodifiableList(more));
    }

    /** Returns the text of an error. */
    public String text(FieldError error) {
        String key = key(error);
        String found = ofProgram(error, key);
        if (found == null) {
            found = texts.isEmpty() ? english(error, key) : isDefault(error, key) ? find(null, key, error) : null;
        }
        return ErrorText.fill(found == null ? error.text() : found, error.arguments());
    }

    private static String key(FieldError error) {
        Object type = error.arguments().get("type");
        String key = error.origin() == Origin.CONSTRAINT ? "constraint." + error.code() : error.code();
        if (key.equals("constraint.no_assoc") && error.text().equals(DefaultTexts.BY_CODE.get(ONE_RELATED))) {
            return ONE_RELATED;
        }
        return key.startsWith("length.") ? key + "." + type : key;
    }

    private @Nullable String ofProgram(FieldError error, String key) {
        if (own.isEmpty()) {
            return null;
        }
        String field = error.path().segments().stream()
                .filter(Path.Name.class::isInstance)
                .map(Path.Segment::text)
                .collect(Collectors.joining("."));
        for (ResourceBundle bundle : own) {
            for (String name :
                    List.of(field + "." + key, field + "." + error.code(), key, error.code(), error.text())) {
                String found = find(bundle, name, error);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Returns an error's default text where it says "(s)", in the number that the error counts; null for any other text. */
    private @Nullable String english(FieldError error, String key) {
        boolean counts = error.text().contains(PLURAL) && isDefault(error, key);
        return counts && error.arguments().get("count") instanceof Number count
                ? error.text().replace(PLURAL, Plural.of(locale, count).equals("one") ? "" : "s")
                : null;
    }

    /** Returns the text of that name in the number that the error counts, from a bundle or from the built-in texts. */
    private @Nullable String find(@Nullable ResourceBundle bundle, String name, FieldError error) {
        String plain = get(bundle, name);
        if (!(error.arguments().get("count") instanceof Number count)) {
            return plain;
        }
        String counted = get(bundle, name + "." + Plural.of(locale, count));
        return counted == null ? plain : counted;
    }

    private @Nullable String get(@Nullable ResourceBundle bundle, String name) {
        if (bundle == null) {
            return texts.get(name);
        }
        return !name.isEmpty() && bundle.containsKey(name) ? bundle.getString(name) : null;
    }

    private static boolean isDefault(FieldError error, String key) {
        return error.text().equals(DefaultTexts.BY_CODE.get(key));
    }
}
