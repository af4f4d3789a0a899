package dev.ectype.types.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;

/** The text in which phone numbers are stored: {@code +}, country code, digits, and perhaps {@code ;ext=} and digits. */
final class StoredPhone {
    private static final Set<Integer> COUNTRY_CODES =
            Set.copyOf(PhoneNumberUtil.getInstance().getSupportedCallingCodes());
    private static final int MAX_COUNTRY_DIGITS = 3;
    private static final int MIN_DIGITS = 2;
    private static final int MAX_DIGITS = 17;
    private static final int MAX_EXTENSION = 20;
    private static final String EXTENSION = ";ext=";

    private StoredPhone() {}

    static boolean isWritten(String text) {
        int end = digitsEnd(text, 1);
        if (!text.startsWith("+") || !isExtension(text, end)) {
            return false;
        }
        int code = 0;
        for (int i = 1; i < end && i <= MAX_COUNTRY_DIGITS; i++) {
            code = code * 10 + text.charAt(i) - '0';
            if (COUNTRY_CODES.contains(code)) {
                int digits = end - i - 1;
                return digits >= MIN_DIGITS && digits <= MAX_DIGITS;
            }
        }
        return false;
    }

    private static boolean isExtension(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        int start = from + EXTENSION.length();
        return text.startsWith(EXTENSION, from)
                && start < text.length()
                && text.length() - start <= MAX_EXTENSION
                && digitsEnd(text, start) == text.length();
    }

    private static int digitsEnd(String text, int from) {
        int at = Math.min(from, text.length());
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
