package dev.ectype.examples.directory.web.listing;

import dev.ectype.examples.directory.people.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for.
 *
 * @param text what the name has in it or the mail address begins with
 * @param status where they stand
 * @param order in which order
 * @param limit how many at most
 * @param after the place behind which the list begins, as an earlier one gave it
 */
public record ListRequest(
        @Nullable String text,
        @Nullable Status status,
        ListOrder order,
        int limit,
        @Nullable String after) {

    /** Returns the request for what comes behind a place, or for the beginning. */
    public ListRequest withAfter(@Nullable String place) {
        return new ListRequest(text, status, order, limit, place);
    }

    /** Returns the request for the beginning in another order. */
    public ListRequest withOrder(ListOrder other) {
        return new ListRequest(text, status, other, limit, null);
    }
}
