package dev.ectype.benchmarks.validation;

import java.util.List;
import java.util.Map;

/** The requests, as a JSON library hands them over. The invalid ones break three rules each. */
@SuppressWarnings("ImmutableEnumChecker") // the maps are of the kind that cannot be changed
public enum Requests {
    /** Everything is as it should be. */
    VALID("ada@example.org", 36, "team", "ABC-1234", 2),
    /** Three values are not. */
    INVALID("ada at example.org", 12, "gold", "abc-1234", 0);

    private final Map<String, Object> signUp;
    private final Map<String, Object> order;

    Requests(String email, int age, String plan, String sku, int quantity) {
        this.signUp = Map.of(
                "email",
                email,
                "name",
                "Ada Lovelace",
                "password",
                "correct horse battery",
                "age",
                age,
                "born",
                "1815-12-10",
                "plan",
                plan,
                "newsletter",
                true,
                "budget",
                "1200.50");
        this.order = Map.of(
                "reference",
                "2026-000417",
                "email",
                email,
                "parcels",
                List.of(
                        parcel("rail", item("ABC-1234", 1), item(sku, 3)),
                        parcel("air", item("XYZ-0001", quantity), item("KLM-4711", 12))));
    }

    private static Map<String, Object> parcel(String carrier, Map<String, Object> first, Map<String, Object> second) {
        return Map.of("carrier", carrier, "grams", 1_200, "items", List.of(first, second));
    }

    private static Map<String, Object> item(String sku, int quantity) {
        return Map.of("sku", sku, "quantity", quantity);
    }

    Map<String, Object> signUp() {
        return signUp;
    }

    Map<String, Object> order() {
        return order;
    }
}
