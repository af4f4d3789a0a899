package dev.ectype.examples.guides;

import static dev.ectype.examples.guides.Bookings.BOOKING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void aDraftNeedsLessThanABooking() {
        Map<String, Object> params = Map.of("guest", "Ada");
        assertThat(errors(Bookings.draft(BOOKING.change(), params))).isEmpty();
        assertThat(errors(Bookings.confirmed(BOOKING.change(), params, TODAY)))
                .containsExactlyInAnyOrder("arrival can't be blank", "departure can't be blank");
    }

    @Test
    void daysAreValidatedTogetherAndAgainWhenADraftIsConfirmed() {
        assertThat(errors(Bookings.draft(
                        BOOKING.change(), Map.of("guest", "Ada", "arrival", "2026-06-03", "departure", "2026-06-02"))))
                .containsExactly("departure must be after the arrival");
        Booking kept = new Booking("Ada", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2), 1, null);
        assertThat(errors(Bookings.confirmed(BOOKING.change(kept), Map.of(), TODAY)))
                .containsExactly("arrival is in the past");
    }

    @Test
    void aRuleIsComposedIntoTheOthers() {
        Map<String, Object> params =
                Map.of("guest", "Ada", "arrival", "2026-06-02", "departure", "2026-06-03", "code", "123");
        assertThat(errors(Bookings.withVoucher(BOOKING.change(), params, TODAY)))
                .containsExactly("code is not a voucher");
    }

    private static List<String> errors(Changeset<Booking> changeset) {
        return changeset.allErrors().stream()
                .map(error -> error.path() + " " + error.message())
                .toList();
    }
}
