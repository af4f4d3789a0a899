package dev.ectype.adapter.inmemory.querying;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A person of the schema that is queried. */
record Person(
        Integer id,
        String name,
        Integer age,
        LocalDate born,
        BigDecimal salary,
        String secret,
        List<String> skills,
        Address address,
        List<Line> lines) {

    record Address(String city, String street) {}

    record Line(String sku, Integer quantity) {}
}
