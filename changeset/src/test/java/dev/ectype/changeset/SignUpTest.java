package dev.ectype.changeset;

import static dev.ectype.changeset.Addresses.ADDRESS;
import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.rule.Rules.BYTES;
import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.phone;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.types.phone.Phone;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A controller that validates a request: the first page of every guide. */
class SignUpTest {

    public record SignUp(String email, String password, Phone phone, LocalDate born, Address address) {}

    public static final class SignUps extends Shape<SignUp> {
        public static final SignUps SIGN_UP = new SignUps();
        public final Field<SignUp, String> email = field("email", string());
        public final Field<SignUp, String> password = field("password", string(), redacted());
        public final Field<SignUp, Phone> phone = field("phone", phone("GR"));
        public final Field<SignUp, LocalDate> born = field("born", date());
        public final EmbedsOne<SignUp, Address> address = embedsOne("address", ADDRESS, Addresses::changeset);

        private SignUps() {
            super(SignUp.class);
        }

        public static Changeset<SignUp> changeset(Map<String, ?> params) {
            var f = SIGN_UP;
            return f.cast(params, f.email, f.password, f.phone, f.born)
                    .castEmbed(f.address)
                    .validateRequired(f.email, f.password)
                    .validateFormat(f.email, EMAIL)
                    .validateLength(f.password, min(12).max(72).in(BYTES))
                    .validateConfirmation(f.password);
        }
    }

    private static Map<String, Object> valid() {
        Map<String, Object> params = new HashMap<>();
        params.put("email", "mary@example.com");
        params.put("password", "correct horse");
        params.put("born", "1990-05-01");
        params.put("address", Map.of("city", "Athens", "zip", "10558"));
        params.put("admin", true);
        return params;
    }

    @Test
    void aValidRequestBecomesARecord() {
        Result<SignUp> result = SignUps.changeset(valid()).apply();
        assertThat(result)
                .isEqualTo(new Result.Ok<>(new SignUp(
                        "mary@example.com",
                        "correct horse",
                        null,
                        LocalDate.of(1990, 5, 1),
                        new Address("Athens", "10558"))));
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnceWithItsPath() {
        Map<String, Object> params = valid();
        params.put("email", " ");
        params.put("password", "short");
        params.put("born", "soon");
        params.put("address", Map.of("zip", "1234567"));
        Changeset<SignUp> changeset = SignUps.changeset(params);
        assertThat(changeset.isValid()).isFalse();
        assertThat(changeset.allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactlyInAnyOrder(
                        "email can't be blank",
                        "password should be at least 12 byte(s)",
                        "born is invalid",
                        "address.city can't be blank",
                        "address.zip should be at most 5 character(s)");
        assertThat(changeset.apply()).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void theSecretNeverShows() {
        assertThat(SignUps.changeset(valid()).toString())
                .contains("password: **redacted**")
                .doesNotContain("correct horse");
    }
}
