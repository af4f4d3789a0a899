package dev.ectype.types.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number with its country code and, if there is one, its extension. Parsed at most once: when it is read from
 * outside, or for a stored one when something beyond its text is asked. Immutable and safe for use by several threads.
 * Equal numbers have the same {@linkplain #toString text}.
 */
public final class Phone implements Comparable<Phone> {
    /** The longest text that is looked at; no number needs more. */
    public static final int MAX_TEXT = 250;

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final String EXTENSION = ";ext=";

    private final String text;

    // Mutable, so it never leaves this class, and nothing here changes it.
    private volatile @Nullable PhoneNumber parsed;

    private Phone(String text, @Nullable PhoneNumber parsed) {
        this.text = text;
        this.parsed = parsed;
    }

    /**
     * Returns the number that a text says, without asking whether it exists; see {@link #isValid}.
     *
     * @param region the country of a number without a country code, such as {@code GR}; null to refuse such numbers
     */
    public static Optional<Phone> parse(String text, @Nullable String region) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = withPlainExtension(UTIL.parse(text, region));
            return Optional.of(new Phone(print(number), number));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * Returns the number that a text with a country code says.
     *
     * @throws IllegalArgumentException if it says none
     */
    public static Phone of(String text) {
        return parse(text, null)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a phone number with a country code, such as +302101234567"));
    }

    /** Returns the number that {@link #toString} wrote, or nothing if it writes no such text. */
    public static Optional<Phone> ofStored(String text) {
        return StoredPhone.isWritten(text) ? Optional.of(new Phone(text, null)) : Optional.empty();
    }

    /** Tells whether phone numbers of that country are known, by its ISO 3166 code. */
    public static boolean isRegion(String region) {
        return UTIL.getSupportedRegions().contains(region);
    }

    /** Tells whether the numbering plan of the country has such a number. The plans change over time. */
    public boolean isValid() {
        return UTIL.isValidNumber(number());
    }

    /** Returns what the number is for. */
    public PhoneKind kind() {
        return switch (UTIL.getNumberType(number())) {
            case FIXED_LINE -> PhoneKind.FIXED_LINE;
            case MOBILE -> PhoneKind.MOBILE;
            case FIXED_LINE_OR_MOBILE -> PhoneKind.FIXED_LINE_OR_MOBILE;
            case TOLL_FREE -> PhoneKind.TOLL_FREE;
            case PREMIUM_RATE -> PhoneKind.PREMIUM_RATE;
            case SHARED_COST -> PhoneKind.SHARED_COST;
            case VOIP -> PhoneKind.VOIP;
            case PERSONAL_NUMBER -> PhoneKind.PERSONAL;
            case PAGER -> PhoneKind.PAGER;
            case UAN -> PhoneKind.UNIVERSAL_ACCESS;
            case VOICEMAIL -> PhoneKind.VOICEMAIL;
            default -> PhoneKind.UNKNOWN;
        };
    }

    /** Returns the ISO 3166 code of the country, or nothing for a number of no one country. */
    public Optional<String> region() {
        String region = UTIL.getRegionCodeForNumber(number());
        return (region == null || region.equals("001")) ? Optional.empty() : Optional.of(region);
    }

    /** Returns the country code, such as 30. */
    public int countryCode() {
        return number().getCountryCode();
    }

    /** Returns the digits dialled after the connection is made, if there are any. */
    public Optional<String> extension() {
        int start = text.indexOf(EXTENSION);
        return start < 0 ? Optional.empty() : Optional.of(text.substring(start + EXTENSION.length()));
    }

    /** Returns the E.164 form, without the extension: {@code +302101234567}. */
    public String e164() {
        int end = text.indexOf(EXTENSION);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Returns the number as written inside its country: {@code 21 0123 4567}. */
    public String national() {
        return UTIL.format(number(), PhoneNumberFormat.NATIONAL);
    }

    /** Returns the number as written for other countries: {@code +30 21 0123 4567}. */
    public String international() {
        return UTIL.format(number(), PhoneNumberFormat.INTERNATIONAL);
    }

    /** Compares the texts. */
    @Override
    public int compareTo(Phone other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phone that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the stored form: E.164, followed by {@code ;ext=} and the extension if there is one (RFC 3966). */
    @Override
    public String toString() {
        return text;
    }

    private PhoneNumber number() {
        PhoneNumber number = parsed;
        if (number == null) {
            number = parse();
            parsed = number;
        }
        return number;
    }

    private PhoneNumber parse() {
        try {
            return UTIL.parse(text, null);
        } catch (NumberParseException notWrittenHere) {
            throw new IllegalStateException("a stored phone number has a form that is never written", notWrittenHere);
        }
    }

    /** The library reads the digits of every script, and leaves those of an extension as they are written. */
    private static PhoneNumber withPlainExtension(PhoneNumber number) {
        return number.hasExtension()
                ? number.setExtension(PhoneNumberUtil.normalizeDigitsOnly(number.getExtension()))
                : number;
    }

    private static String print(PhoneNumber number) {
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? e164 + EXTENSION + number.getExtension() : e164;
    }
}
