package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.ectype.types.phone.Phone;
import dev.ectype.types.phone.PhoneKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhoneTypeTest {
    private final Type<Phone> type = Types.phone("GR");

    @Test
    void readsANumberOfTheDefaultCountry() {
        Phone phone = value(type, "21 0123 4567");

        assertThat(phone.e164()).isEqualTo("+302101234567");
        assertThat(phone.national()).isEqualTo("21 0123 4567");
        assertThat(phone.international()).isEqualTo("+30 21 0123 4567");
        assertThat(phone.kind()).isEqualTo(PhoneKind.FIXED_LINE);
        assertThat(phone.region()).contains("GR");
        assertThat(phone.countryCode()).isEqualTo(30);
        assertThat(phone.extension()).isEmpty();
    }

    @Test
    void readsANumberOfAnotherCountry() {
        assertThat(value(type, "+41 (0)44 668 18 00").e164()).isEqualTo("+41446681800");
        assertThat(value(type, "+30 691 234 5678").kind()).isEqualTo(PhoneKind.MOBILE);
    }

    @Test
    void keepsTheExtensionInTheStoredForm() {
        Phone phone = value(type, "+30 210 123 4567 ext. 89");

        assertThat(phone.extension()).contains("89");
        assertThat(phone.e164()).isEqualTo("+302101234567");
        assertThat(type.dump(phone)).isEqualTo("+302101234567;ext=89");
        assertThat(type.load("+302101234567;ext=89")).isEqualTo(phone);
    }

    @Test
    void readsAnExtensionInTheDigitsOfAnyScript() {
        Phone phone = value(type, "+30 210 123 4567 ext. \u0668\uFF19");

        assertThat(type.dump(phone)).isEqualTo("+302101234567;ext=89");
        assertThat(phone.international()).endsWith("89");
        assertThat(type.load(type.dump(phone))).isEqualTo(phone);
    }

    @Test
    void refusesNumbersThatDoNotExist() {
        refuses(type, "123", "+30 000 000 0000", "phone", "", "1".repeat(1_000), 2101234567L, Phone.of("+30123"));
    }

    @Test
    void refusesNumbersWithoutACountryWhereNoneIsGiven() {
        refuses(Types.phone(), "210 123 4567");
        assertThat(value(Types.phone(), "+30 210 123 4567").e164()).isEqualTo("+302101234567");
    }

    @Test
    void refusesACountryThatDoesNotExist() {
        assertThatThrownBy(() -> Types.phone("XX")).hasMessageContaining("no country has the code 'XX'");
    }

    @Test
    void loadsANumberThatIsNoLongerValid() {
        assertThat(type.load("+30123").isValid()).isFalse();
        assertThatThrownBy(() -> type.load("210 123 4567"))
                .hasMessage("expected a phone number in E.164 form but was text");
    }

    @Test
    void isAValue() {
        assertThat(Phone.of("+30 210 123 4567"))
                .isEqualTo(Phone.of("+302101234567"))
                .hasSameHashCodeAs(Phone.of("+302101234567"))
                .isNotEqualTo(Phone.of("+302101234568"))
                .isLessThan(Phone.of("+302101234568"))
                .hasToString("+302101234567");
        assertThatThrownBy(() -> Phone.of("210 123 4567")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyExampleOfEveryCountrySurvivesTheStore() {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (String region : util.getSupportedRegions()) {
            Phone phone =
                    value(Types.phone(region), util.format(util.getExampleNumber(region), PhoneNumberFormat.NATIONAL));

            Phone loaded = type.load(type.dump(phone));

            assertThat(loaded).as(region).isEqualTo(phone);
            assertThat(loaded.international()).as(region).isEqualTo(phone.international());
            assertThat(loaded.isValid()).as(region).isTrue();
        }
    }

    @Test
    void loadsOnlyWhatItWrites() {
        for (String text : List.of(
                "",
                "+",
                "302101234567",
                "+30 2101234567",
                "+302101234567;ext=",
                "+302101234567;ext=x",
                "+302101234567;ext=1;ext=2",
                "+9991234567",
                "+301",
                "+30" + "1".repeat(18),
                "+302101234567x")) {
            assertThatThrownBy(() -> type.load(text)).as(text).isInstanceOf(LoadException.class);
        }
    }
}
