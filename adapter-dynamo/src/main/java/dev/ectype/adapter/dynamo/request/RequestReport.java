package dev.ectype.adapter.dynamo.request;

import java.util.Optional;

/**
 * What one request has cost.
 *
 * @param operation the operation, such as {@code Query}
 * @param table the table; the first one of a request over several
 * @param index the index; empty for the table itself
 * @param examined how many items were read before the filter
 * @param returned how many items came back
 * @param capacityUnits the capacity that the store says it consumed; zero if it does not say
 */
public record RequestReport(
        String operation, String table, Optional<String> index, int examined, int returned, double capacityUnits) {}
