package dev.ectype.examples.directory.people;

import dev.ectype.types.phone.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in the directory. {@link People} says what each value must be; the store gives the id. */
@SuppressWarnings("checkstyle:RecordComponentNumber") // a person has that many facts, and nobody calls this constructor
public record Person(
        @Nullable UUID id,
        String name,
        String email,
        @Nullable Phone phone,
        @Nullable LocalDate born,
        @Nullable Integer age,
        Address address,
        List<String> skills,
        Status status,
        Instant joined) {}
