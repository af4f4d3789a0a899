package dev.ectype.adapter.inmemory.writing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

record Account(
        UUID id,
        String email,
        String name,
        Integer visits,
        BigDecimal balance,
        List<String> tags,
        Set<String> roles,
        Place place,
        String origin,
        String secret,
        Boolean active,
        String note,
        Integer version,
        Instant insertedAt,
        Instant updatedAt) {

    record Place(UUID id, String city, Integer floor) {}
}
