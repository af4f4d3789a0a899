package dev.ectype.examples.guides;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A room for some nights.
 *
 * @param guest who stays
 * @param arrival the first day
 * @param departure the last day
 * @param rooms how many rooms
 * @param code a code for a lower price
 */
public record Booking(
        String guest,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        int rooms,
        @Nullable String code) {}
