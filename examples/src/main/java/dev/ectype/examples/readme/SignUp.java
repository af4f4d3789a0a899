package dev.ectype.examples.readme;

import dev.ectype.types.phone.Phone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A request to sign up. */
public record SignUp(
        String email,
        String password,
        @Nullable Phone phone,
        @Nullable LocalDate born,
        @Nullable Address address) {}
