package dev.ectype.types;

import dev.ectype.types.phone.Phone;
import dev.ectype.types.stored.Storage;
import org.jspecify.annotations.Nullable;

/** Phone numbers that exist in their country's numbering plan, stored as E.164 text. */
final class PhoneType extends ScalarType<Phone> {
    private final @Nullable String region;

    PhoneType(@Nullable String region) {
        super("phone", Phone.class, Storage.Scalar.TEXT);
        this.region = region;
        if (region != null && !Phone.isRegion(region)) {
            throw new IllegalArgumentException(
                    "no country has the code '" + region + "': give the two capital letters of ISO 3166, such as GR");
        }
    }

    @Override
    public Cast<Phone> cast(Object input) {
        if (input instanceof Phone phone) {
            return okOrFailed(phone.isValid() ? phone : null);
        }
        return input instanceof String text ? okOrFailed(parse(text)) : Cast.failed();
    }

    @Override
    public Object dump(Phone value) {
        return value.toString();
    }

    // Numbering plans change, so a stored number need not be valid any more. Parsing takes microseconds, which adds up
    // over the rows of a query, and most rows are only shown.
    @Override
    public Phone load(Object stored) {
        Phone phone = stored instanceof String text ? Phone.ofStored(text).orElse(null) : null;
        return loaded(phone, "a phone number in E.164 form", stored);
    }

    private @Nullable Phone parse(String text) {
        return Phone.parse(text, region).filter(Phone::isValid).orElse(null);
    }
}
