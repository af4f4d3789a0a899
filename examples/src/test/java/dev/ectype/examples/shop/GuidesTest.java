package dev.ectype.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ectype.changeset.Change;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.form.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the guides to changesets say of the code that they show. */
class GuidesTest {
    private static final Profile ADA = new Profile("Ada", "Countess", new Contact("ada@example.org", "+44 1"));
    private static final Order ORDER =
            new Order("2026-1", List.of(new Line("a", "pen", 1), new Line("b", "ink", 2)), new Discount.Percent(10));

    @Test
    void aControllerAnswersWithTheRecordOrWithTheProblem() {
        Map<String, Object> body = Map.of("email", "ada@example.org", "password", "correct horse");
        assertThat(SignUpController.create(body, Locale.ENGLISH))
                .isEqualTo(new Answer(201, Map.of("welcome", "ada@example.org")));

        Answer refused = SignUpController.create(Map.of("email", "ada", "password", "short"), Locale.GERMAN);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(
                        Map.of("pointer", "#/email", "code", "format", "detail", "hat ein ungültiges Format"),
                        Map.of(
                                "pointer",
                                "#/password",
                                "code",
                                "length.min",
                                "detail",
                                "muss mindestens 12 Bytes lang sein"));
    }

    @Test
    void theJsonSchemaComesFromTheSameFunction() {
        assertThat(SignUpController.schema()).containsEntry("required", List.of("email", "password"));
    }

    @Test
    void aPatchLeavesAloneWhatItDoesNotName() {
        Changeset<Profile> patch = Profiles.patch(ADA, Map.of("contact", Map.of("email", "countess@example.org")));
        assertThat(patch.applyChanges())
                .isEqualTo(new Profile("Ada", "Countess", new Contact("countess@example.org", "+44 1")));
        assertThat(patch.difference())
                .singleElement()
                .returns("contact.email", change -> change.path().dotted())
                .returns("ada@example.org", Change::from)
                .returns("countess@example.org", Change::to);
    }

    @Test
    void aPatchTakesAwayWhatItSaysIsNull() {
        Map<String, Object> body = new HashMap<>();
        body.put("nickname", null);
        assertThat(Profiles.patch(ADA, body).applyChanges().nickname()).isNull();
        body.put("name", null);
        assertThat(errors(Profiles.patch(ADA, body))).containsExactly("name can't be blank");
    }

    @Test
    void aPatchOfWhatIsNotPermittedIsReported() {
        assertThat(errors(Profiles.patch(ADA, Map.of("admin", true)))).containsExactly("admin is unknown");
        assertThat(Profiles.patch(ADA, Map.of("name", "Ada")).changes()).isEmpty();
    }

    @Test
    void aFormMovesChangesAddsAndDropsLines() {
        Changeset<Order> order = Orders.submitted(
                ORDER,
                Map.ofEntries(
                        entry("reference", new String[] {"2026-1"}),
                        entry("lines[0][id]", new String[] {"a"}),
                        entry("lines[1][id]", new String[] {"b"}),
                        entry("lines[1][quantity]", new String[] {"3"}),
                        entry("lines[new][article]", new String[] {"paper"}),
                        entry("lines[new][quantity]", new String[] {"500"}),
                        entry("lines_order[]", new String[] {"new", "1", "0"}),
                        entry("lines_gone[]", new String[] {"0"})));
        assertThat(order.isValid()).isTrue();
        assertThat(order.applyChanges().lines()).containsExactly(new Line(null, "paper", 500), new Line("b", "ink", 3));
    }

    @Test
    void anInvalidLineIsShownAgainAsItWasTyped() {
        Changeset<Order> order = Orders.submitted(
                ORDER,
                Map.of(
                        "lines[0][id]", new String[] {"a"},
                        "lines[0][quantity]", new String[] {"many"},
                        "lines[1][id]", new String[] {"b"}));
        assertThat(errors(order)).containsExactly("lines[0].quantity is invalid");
        assertThat(Orders.lineInputs(order))
                .filteredOn(input -> input.name().equals("lines[0][quantity]"))
                .singleElement()
                .returns("many", Input::value)
                .returns(List.of("is invalid"), Input::errors);
    }

    @Test
    void theTagSaysWhichKindOfDiscountItIs() {
        Map<String, Object> voucher = Map.of("discount", Map.of("kind", "voucher", "code", "SPRING26"));
        assertThat(Orders.changeset(Orders.ORDER.change(ORDER), voucher)
                        .applyChanges()
                        .discount())
                .isEqualTo(new Discount.Voucher("SPRING26"));
        Map<String, Object> unknown = Map.of("discount", Map.of("kind", "friend"));
        assertThat(errors(Orders.changeset(Orders.ORDER.change(ORDER), unknown)))
                .containsExactly("discount.kind is invalid");
    }

    @Test
    void aTypeOfOnesOwnCastsDumpsAndLoads() {
        Shape<Map<String, Object>> article =
                Shape.of(Map.of("ean", ShopTypes.EAN, "price", ShopTypes.CENTS, "country", ShopTypes.COUNTRY));
        var cast = article.cast(Map.of("ean", "4 006381 333931", "price", "1999", "country", "XX"), article.castable());
        assertThat(cast.changes())
                .containsOnly(
                        entry("ean", new ShopTypes.Ean("4006381333931")), entry("price", new ShopTypes.Cents(1999)));
        assertThat(errors(cast)).containsExactly("country is invalid");
        assertThat(errors(article.cast(Map.of("ean", "4006381333932"), article.castable())))
                .containsExactly("ean is no EAN");
        assertThat(ShopTypes.CENTS.dump(new ShopTypes.Cents(5))).isEqualTo(5);
        assertThat(ShopTypes.EAN.load("4006381333931")).isEqualTo(new ShopTypes.Ean("4006381333931"));
    }

    private static List<String> errors(Changeset<?> changeset) {
        return changeset.allErrors().stream().map(GuidesTest::line).toList();
    }

    private static String line(FieldError error) {
        return error.path() + " " + error.message();
    }
}
