package dev.ectype.types.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
    /** The expression of the HTML standard, which states its rule in this form too. */
    private static final Pattern HTML = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]"
            + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b", "name+tag@example.org", "a.b@c-d.e", "..@x", "!#$%&'*+/=?^_`{|}~-@x.y", "1@2", "", "@", "a@",
                        "@b",
                "a b@c", "a@b c", "a@b@c", "a@-b", "a@b-", "a@b..c", "a@.b", "a@b.", "\"a b\"@c", "a@[127.0.0.1]",
                "\u00E9@b", "a@b\u00E9", "a@b\n", "(c)a@b"
            })
    void followsTheHtmlRule(String text) {
        assertThat(EmailAddress.isValid(text)).isEqualTo(HTML.matcher(text).matches());
        assertThat(EmailAddress.parse(text).isPresent())
                .isEqualTo(HTML.matcher(text).matches());
    }

    @Test
    void limitsTheLengths() {
        String label = "d".repeat(63);

        assertThat(EmailAddress.isValid("a".repeat(64) + "@" + label)).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@" + label)).isFalse();
        assertThat(EmailAddress.isValid("a@" + label + "d")).isFalse();
        assertThat(EmailAddress.isValid("a@" + (label + ".").repeat(3) + "d".repeat(60)))
                .isTrue();
        assertThat(EmailAddress.isValid("a@" + (label + ".").repeat(3) + "d".repeat(61)))
                .isFalse();
    }

    @Test
    void comparesDomainsWithoutCase() {
        assertThat(EmailAddress.of("Name@EXAMPLE.org"))
                .isEqualTo(new EmailAddress("Name", "example.org"))
                .isNotEqualTo(EmailAddress.of("name@example.org"))
                .hasToString("Name@example.org");
    }

    @Test
    void refusesPartsThatMakeNoAddress() {
        assertThatThrownBy(() -> new EmailAddress("a b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmailAddress.of("a"))
                .hasMessage("expected an e-mail address such as name@example.org");
    }
}
