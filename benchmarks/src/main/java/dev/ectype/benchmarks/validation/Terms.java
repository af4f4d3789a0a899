package dev.ectype.benchmarks.validation;

import java.util.List;

/** What every contender is told of the fields. */
final class Terms {
    static final String EMAIL = "^[^\\s@]+@[^\\s@]+$";
    static final String SKU = "^[A-Z]{3}-\\d{4}$";
    static final String PLAN = "free|team|enterprise";
    static final List<String> PLANS = List.of("free", "team", "enterprise");
    static final String CARRIER = "rail|road|air";
    static final List<String> CARRIERS = List.of("rail", "road", "air");

    private Terms() {}
}
