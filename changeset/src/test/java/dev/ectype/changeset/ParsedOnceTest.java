package dev.ectype.changeset;

import static dev.ectype.changeset.FieldOptions.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.form.Form;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Parsing may be dear, as it is for phone numbers: a param is parsed once, whatever is validated of its value. */
class ParsedOnceTest {
    private final AtomicInteger parsed = new AtomicInteger();

    private final Type<Phone> counting = Types.text("phone", Phone.class, this::parse, Phone::toString);

    private final Shape<Map<String, Object>> shape = Shape.ofMap()
            .field("phone", counting)
            .field("secret", counting, redacted())
            .field("others", Types.listOf(counting))
            .build();

    private Phone parse(String text) {
        parsed.incrementAndGet();
        return Phone.parse(text, "GR").filter(Phone::isValid).orElse(null);
    }

    @Test
    @SuppressWarnings("unchecked") // the field was declared so
    void aParamIsParsedOnce() {
        var phone = (Field<Map<String, Object>, Phone>) shape.require("phone");
        Changeset<Map<String, Object>> changeset = shape.cast(Map.of("phone", "21 0123 4567"), shape.castable())
                .validateRequired(phone)
                .validateInclusion(phone, List.of(Phone.of("+302101234567")))
                .validate(phone, Phone::isValid, "does not exist")
                .strict();
        Map<String, Object> record = ((Result.Ok<Map<String, Object>>) changeset.apply()).value();
        changeset.difference();
        Form.of(changeset).inputs();
        changeset.put(phone, Phone.of("+302101234567"));
        shape.dump(record);
        assertThat(parsed).hasValue(1);
    }

    @Test
    void aParamThatDoesNotFitIsParsedOnce() {
        shape.cast(Map.of("phone", "no number", "secret", "none either"), shape.castable())
                .allErrors();
        assertThat(parsed).hasValue(2);
    }

    @Test
    void eachElementOfAListIsParsedOnce() {
        shape.cast(Map.of("others", List.of("21 0123 4567", "21 0123 4568")), shape.castable());
        assertThat(parsed).hasValue(2);
    }
}
