package dev.ectype.benchmarks.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one writes when there is no library: each field read, converted and checked by code of its own. */
final class ByHand implements Contender {
    private static final Pattern EMAIL = Pattern.compile(Terms.EMAIL);
    private static final Pattern SKU = Pattern.compile(Terms.SKU);

    /** What is wrong so far, and where in the request the fields are read. */
    private record Reader(Map<String, ?> params, String prefix, List<String> problems) {
        @Nullable String text(String name) {
            Object value = params.get(name);
            if (value == null || (value instanceof String text && text.isBlank())) {
                problems.add(prefix + name + " can't be blank");
                return null;
            }
            return value instanceof String text ? text : invalid(name, String.class);
        }

        @Nullable Integer number(String name, int least, int most) {
            Object value = params.get(name);
            if (value == null) {
                problems.add(prefix + name + " can't be blank");
                return null;
            }
            Integer number =
                    value instanceof Integer known ? known : value instanceof String text ? parsed(text) : null;
            if (number == null) {
                return invalid(name, Integer.class);
            }
            if (number < least) {
                problems.add(prefix + name + " must be greater than or equal to " + least);
            } else if (number > most) {
                problems.add(prefix + name + " must be less than or equal to " + most);
            }
            return number;
        }

        private static @Nullable Integer parsed(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Nullable LocalDate date(String name) {
            Object value = params.get(name);
            if (value == null || value instanceof LocalDate) {
                return (LocalDate) value;
            }
            try {
                return value instanceof String text ? LocalDate.parse(text) : invalid(name, LocalDate.class);
            } catch (DateTimeParseException e) {
                return invalid(name, LocalDate.class);
            }
        }

        @Nullable BigDecimal amount(String name) {
            Object value = params.get(name);
            if (value == null) {
                return null;
            }
            try {
                BigDecimal amount = new BigDecimal(value.toString());
                if (amount.signum() < 0) {
                    problems.add(prefix + name + " must be greater than or equal to 0");
                }
                return amount;
            } catch (NumberFormatException e) {
                return invalid(name, BigDecimal.class);
            }
        }

        @Nullable Boolean flag(String name) {
            Object value = params.get(name);
            return (value instanceof Boolean || value == null) ? (Boolean) value : invalid(name, Boolean.class);
        }

        private <V> @Nullable V invalid(String name, Class<V> wanted) {
            problems.add(prefix + name + " is no " + wanted.getSimpleName());
            return null;
        }

        void length(String name, @Nullable String value, int least, int most) {
            if (value == null) {
                return;
            }
            int length = value.codePointCount(0, value.length());
            if (length < least) {
                problems.add(prefix + name + " should be at least " + least + " character(s)");
            } else if (length > most) {
                problems.add(prefix + name + " should be at most " + most + " character(s)");
            }
        }

        void format(String name, @Nullable String value, Pattern pattern) {
            if (value != null && !pattern.matcher(value).find()) {
                problems.add(prefix + name + " has invalid format");
            }
        }

        void among(String name, @Nullable String value, List<String> values) {
            if (value != null && !values.contains(value)) {
                problems.add(prefix + name + " is invalid");
            }
        }

        @SuppressWarnings("unchecked") // maps of a request have text keys
        List<Reader> records(String name) {
            if (!(params.get(name) instanceof List<?> list)) {
                problems.add(prefix + name + " is invalid");
                return List.of();
            }
            List<Reader> readers = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> map) {
                    readers.add(new Reader((Map<String, ?>) map, prefix + name + "[" + i + "].", problems));
                } else {
                    problems.add(prefix + name + " is invalid");
                }
            }
            return readers;
        }
    }

    @Override
    public Answer<SignUp> signUp(Map<String, Object> params) {
        Reader reader = new Reader(params, "", new ArrayList<>());
        SignUp signUp = signUp(reader);
        return reader.problems().isEmpty() ? Answer.of(signUp) : Answer.wrong(reader.problems());
    }

    private static SignUp signUp(Reader reader) {
        String email = reader.text("email");
        reader.format("email", email, EMAIL);
        String name = reader.text("name");
        reader.length("name", name, 1, 80);
        String password = reader.text("password");
        reader.length("password", password, 12, 72);
        String plan = reader.text("plan");
        reader.among("plan", plan, Terms.PLANS);
        return new SignUp(
                email,
                name,
                password,
                reader.number("age", 18, 120),
                reader.date("born"),
                plan,
                reader.flag("newsletter"),
                reader.amount("budget"));
    }

    @Override
    public Answer<Order> order(Map<String, Object> params) {
        Reader reader = new Reader(params, "", new ArrayList<>());
        String reference = reader.text("reference");
        reader.length("reference", reference, 1, 20);
        String email = reader.text("email");
        reader.format("email", email, EMAIL);
        List<Order.Parcel> parcels = new ArrayList<>();
        for (Reader parcel : reader.records("parcels")) {
            parcels.add(parcel(parcel));
        }
        Order order = new Order(reference, email, parcels);
        return reader.problems().isEmpty() ? Answer.of(order) : Answer.wrong(reader.problems());
    }

    private static Order.Parcel parcel(Reader reader) {
        String carrier = reader.text("carrier");
        reader.among("carrier", carrier, Terms.CARRIERS);
        Integer grams = reader.number("grams", 1, Integer.MAX_VALUE);
        List<Order.Item> items = new ArrayList<>();
        for (Reader item : reader.records("items")) {
            String sku = item.text("sku");
            item.format("sku", sku, SKU);
            items.add(new Order.Item(sku, item.number("quantity", 1, 100)));
        }
        return new Order.Parcel(carrier, grams, items);
    }
}
