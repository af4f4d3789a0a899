package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.id.Ulids;
import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NamedValueTypesTest {

    @Test
    void takesAbsoluteUris() {
        assertThat(value(Types.uri(), "urn:isbn:123")).isEqualTo(URI.create("urn:isbn:123"));
        refuses(Types.uri(), "/path", "", "http://a b", "https://x/" + "a".repeat(9_000), URI.create("relative"), 1);
    }

    @Test
    void takesUrisOfTheGivenSchemesOnly() {
        Type<URI> web = Types.uri("http", "https");

        assertThat(value(web, "HTTPS://example.org/")).isEqualTo(URI.create("HTTPS://example.org/"));
        refuses(web, "javascript:alert(1)", "ftp://example.org", "https:///path", "http:opaque");
    }

    @Test
    void takesCurrencyCodes() {
        assertThat(value(Types.currency(), "EUR")).isEqualTo(Currency.getInstance("EUR"));
        refuses(Types.currency(), "eur", "EURO", "ZZZ", "");
    }

    @Test
    void takesLanguageTags() {
        assertThat(value(Types.locale(), "el-GR")).isEqualTo(new Locale("el", "GR"));
        refuses(Types.locale(), "", "not a tag", "el_GR!");
    }

    @Test
    void takesTimeZones() {
        assertThat(value(Types.zoneId(), "Europe/Athens")).isEqualTo(ZoneId.of("Europe/Athens"));
        refuses(Types.zoneId(), "Europe/Sparta", "", "../../etc");
        assertThatThrownBy(() -> Types.zoneId().load("Europe/Sparta")).hasMessage("expected zone_id but was text");
    }

    @Test
    void takesUlids() {
        String ulid = Ulids.next();

        assertThat(value(Types.ulid(), ulid)).isEqualTo(ulid);
        refuses(Types.ulid(), ulid.toLowerCase(Locale.ROOT), ulid + "0", "8" + ulid.substring(1), "", 1);
    }

    @Test
    void aSchemeIsTheSameInCapitals() {
        assertThat(value(Types.uri("HTTPS"), "https://example.org/")).hasHost("example.org");
        refuses(Types.uri("HTTPS"), "http://example.org/");
    }
}
