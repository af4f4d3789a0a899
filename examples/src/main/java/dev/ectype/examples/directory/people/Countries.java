package dev.ectype.examples.directory.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The countries of ISO 3166, by code and by English name. */
final class Countries {
    /** The codes, of two capital letters each. */
    static final List<String> CODES = List.of(Locale.getISOCountries());

    private static final Map<String, String> CODES_BY_NAME = codesByName();

    private Countries() {}

    /** Returns the code of a country that is given by code or name in any case; other texts come back as they are. */
    static String codeOf(String country) {
        String known = CODES_BY_NAME.get(country.toLowerCase(Locale.ROOT));
        return known == null ? country : known;
    }

    private static Map<String, String> codesByName() {
        Map<String, String> codes = new HashMap<>();
        for (String code : CODES) {
            String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
            codes.put(name.toLowerCase(Locale.ROOT), code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }
}
