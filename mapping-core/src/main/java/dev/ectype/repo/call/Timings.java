package dev.ectype.repo.call;

import java.time.Duration;

/**
 * Where the time of a call went. The parts do not add up to the total: what the core does between them is in none.
 *
 * @param total from the beginning of the call to its end
 * @param plan deciding who does what of a query; zero where there was none
 * @param store waiting for the store, as far as the core can tell; zero where nothing was sent
 * @param load turning stored rows into records
 */
public record Timings(Duration total, Duration plan, Duration store, Duration load) {}
