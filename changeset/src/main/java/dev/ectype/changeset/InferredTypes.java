package dev.ectype.changeset;

import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.money.Money;
import dev.ectype.types.net.EmailAddress;
import dev.ectype.types.phone.Phone;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The type for each class of values that a record component may have. */
final class InferredTypes {
    private static final Map<Class<?>, Supplier<Type<?>>> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, Types::string),
            Map.entry(Integer.class, Types::integer),
            Map.entry(int.class, Types::integer),
            Map.entry(Long.class, Types::longInteger),
            Map.entry(long.class, Types::longInteger),
            Map.entry(BigInteger.class, Types::bigInteger),
            Map.entry(Double.class, Types::float64),
            Map.entry(double.class, Types::float64),
            Map.entry(BigDecimal.class, Types::decimal),
            Map.entry(Boolean.class, Types::bool),
            Map.entry(boolean.class, Types::bool),
            Map.entry(LocalDate.class, Types::date),
            Map.entry(LocalTime.class, Types::timeMicros),
            Map.entry(LocalDateTime.class, Types::dateTimeMicros),
            Map.entry(Instant.class, Types::instantMicros),
            Map.entry(Duration.class, Types::duration),
            Map.entry(UUID.class, Types::uuid),
            Map.entry(byte[].class, Types::binary),
            Map.entry(Object.class, Types::any),
            Map.entry(Phone.class, Types::phone),
            Map.entry(EmailAddress.class, Types::email),
            Map.entry(URI.class, Types::uri),
            Map.entry(Currency.class, Types::currency),
            Map.entry(Money.class, Types::money),
            Map.entry(Locale.class, Types::locale),
            Map.entry(ZoneId.class, Types::zoneId));

    private InferredTypes() {}

    static boolean isKnown(Class<?> valueClass) {
        return BY_CLASS.containsKey(valueClass);
    }

    static Type<?> of(java.lang.reflect.Type type, RecordComponent component) {
        if (type instanceof Class<?> plain) {
            Supplier<Type<?>> known = BY_CLASS.get(plain);
            if (known != null) {
                return known.get();
            }
            if (plain.isEnum()) {
                return ofEnum(plain);
            }
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, component);
        }
        throw unknown(type, component);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class was looked at
    private static Type<?> ofEnum(Class<?> enumClass) {
        return Types.enumOf((Class) enumClass);
    }

    private static Type<?> ofGeneric(ParameterizedType type, RecordComponent component) {
        java.lang.reflect.Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return Types.listOf(of(arguments[0], component));
        }
        if (type.getRawType() == Set.class) {
            return Types.setOf(of(arguments[0], component));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return arguments[1] == Object.class ? Types.map() : Types.mapOf(of(arguments[1], component));
        }
        throw unknown(type, component);
    }

    private static IllegalArgumentException unknown(java.lang.reflect.Type type, RecordComponent component) {
        return new IllegalArgumentException("no type is known for '" + component.getName() + "' of "
                + component.getDeclaringRecord().getSimpleName() + ", a " + type.getTypeName()
                + ": declare a shape with field(\"" + component.getName() + "\", ...)");
    }
}
