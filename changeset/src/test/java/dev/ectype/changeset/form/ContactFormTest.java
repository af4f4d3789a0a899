package dev.ectype.changeset.form;

import static dev.ectype.changeset.rule.Rules.max;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Shape;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactFormTest {
    private enum Level {
        LOW,
        HIGH
    }

    private record Place(String city, String country) {}

    private record Contact(Level level, Phone phone, Place place) {}

    private static final class Places extends Shape<Place> {
        final Field<Place, String> city = field("city", Types.string());
        final Field<Place, String> country = field("country", Types.string());

        Places() {
            super(java.lang.invoke.MethodHandles.lookup(), Place.class);
        }

        Changeset<Place> changeset(Changeset<Place> place, Map<String, ?> params) {
            return place.cast(params, city, country)
                    .validateRequired(city)
                    .validateLength(city, max(10))
                    .validateInclusion(country, List.of("GR", "IT"));
        }
    }

    private static final class Contacts extends Shape<Contact> {
        static final Places PLACE = new Places();
        final Field<Contact, Level> level =
                field("level", Types.enumOf(Level.class, value -> value.name().toLowerCase(Locale.ROOT)));
        final Field<Contact, Phone> phone = field("phone", Types.phone());
        final EmbedsOne<Contact, Place> place =
                embedsOne("place", PLACE, PLACE::changeset, FieldOptions.onReplace(OnReplace.UPDATE));

        Contacts() {
            super(java.lang.invoke.MethodHandles.lookup(), Contact.class);
        }

        Changeset<Contact> changeset(Changeset<Contact> contact, Map<String, ?> params) {
            return contact.cast(params, level).castEmbed(place).castAs(params, phone, Types.phone("GR"));
        }
    }

    private static final Contacts CONTACT = new Contacts();
    private static final Contact ELENI = new Contact(Level.HIGH, Phone.of("+302101234567"), new Place("Athens", "GR"));

    private static Form form(Map<String, ?> params) {
        return Form.of(CONTACT.changeset(CONTACT.change(), params));
    }

    @Test
    void showsValuesAsPeopleWriteThemAndAsTheyAreCastAgain() {
        Form form = Form.of(CONTACT.changeset(CONTACT.change(ELENI), Map.of()));
        assertThat(form.input("level").value()).isEqualTo("high");
        assertThat(form.input("phone").value()).isEqualTo("+30 21 0123 4567");
        Input city = form.form("place").input("city");
        assertThat(city.value()).isEqualTo("Athens");
        assertThat(city.attributes()).isEqualTo(Map.of("required", "", "maxlength", "10"));
        Map<String, Object> sent = Map.of(
                "level", "high", "phone", "+30 21 0123 4567", "place", Map.of("city", "Athens", "country", "GR"));
        assertThat(CONTACT.changeset(CONTACT.change(ELENI), sent).difference()).isEmpty();
    }

    @Test
    void knowsWhatThereIsToChooseFrom() {
        assertThat(form(Map.of()).input("level").options()).containsExactly("low", "high");
        assertThat(form(Map.of()).input("level").type()).isEqualTo("select");
        Input country = form(Map.of()).form("place").input("country");
        assertThat(country.options()).containsExactly("GR", "IT");
        assertThat(country.type()).isEqualTo("select");
        assertThat(form(Map.of()).input("phone").options()).isEmpty();
    }

    @Test
    void drawsARecordThatIsNotThereYet() {
        Input city = form(Map.of()).form("place").input("city");
        assertThat(city.name()).isEqualTo("place[city]");
        assertThat(city.errors()).isEmpty();
        assertThat(city.attributes()).isEqualTo(Map.of("required", "", "maxlength", "10"));
    }

    @Test
    void drawsARecordThatWasSent() {
        assertThat(form(Map.of("place", Map.of("city", "")))
                        .form("place")
                        .input("city")
                        .errors())
                .containsExactly("can't be blank");
    }

    @Test
    void permitsWhatIsCastByAnotherType() {
        Form form = form(Map.of("phone", "21 0123 456x"));
        assertThat(form.inputs()).extracting(Input::name).containsExactly("level", "phone");
        assertThat(form.input("phone").value()).isEqualTo("21 0123 456x");
        assertThat(form.input("phone").type()).isEqualTo("tel");
        assertThat(CONTACT.changeset(CONTACT.change(), Map.of("phone", "21 0123 4567"))
                        .change(CONTACT.phone))
                .isEqualTo(Phone.of("+302101234567"));
    }
}
