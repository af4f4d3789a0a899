package dev.ectype.examples.guides;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.range;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.rule.Message;
import java.time.LocalDate;
import java.util.Map;

/** The fields of a {@link Booking}, and what makes one valid at each step of booking. */
public final class Bookings extends Shape<Booking> {
    /** The one instance. */
    public static final Bookings BOOKING = new Bookings();

    /** Who stays. */
    public final Field<Booking, String> guest = field("guest", string());

    /** The first day. */
    public final Field<Booking, LocalDate> arrival = field("arrival", date());

    /** The last day. */
    public final Field<Booking, LocalDate> departure = field("departure", date());

    /** How many rooms. */
    public final Field<Booking, Integer> rooms = field("rooms", integer(), defaultTo(1));

    /** A code for a lower price. */
    public final Field<Booking, String> code = field("code", string());

    private Bookings() {
        super(Booking.class);
    }

    // snippet:use-cases
    /** What may be kept while somebody is still choosing. */
    public static Changeset<Booking> draft(Changeset<Booking> booking, Map<String, ?> params) {
        var f = BOOKING;
        return booking.cast(params, f.guest, f.arrival, f.departure, f.rooms, f.code)
                .validateRequired(f.guest)
                .validateLength(f.guest, max(80))
                .validateInclusion(f.rooms, range(1, 9))
                .validateTogether(f.arrival, f.departure, LocalDate::isBefore, Message.of("must be after the arrival"));
    }

    /** What may be booked: a draft of which more is asked. */
    public static Changeset<Booking> confirmed(Changeset<Booking> booking, Map<String, ?> params, LocalDate today) {
        var f = BOOKING;
        return draft(booking, params)
                .validateRequired(f.arrival, f.departure)
                .validatingAlways()
                .validate(f.arrival, day -> !day.isBefore(today), "is in the past");
    }
    // end

    // snippet:own-rule
    /** A rule for any field of any record that holds a voucher: written once, applied wherever there is one. */
    public static <R> Changeset<R> validateVoucher(Changeset<R> changeset, Field<R, String> field) {
        return changeset.validateLength(field, max(12)).validate(field, Bookings::addsUp, "is not a voucher");
    }

    private static boolean addsUp(String code) {
        return code.chars().allMatch(Character::isDigit)
                && code.chars().map(Character::getNumericValue).sum() % 10 == 0;
    }
    // end

    // snippet:use-own-rule
    /** What may be booked with a voucher. */
    public static Changeset<Booking> withVoucher(Changeset<Booking> booking, Map<String, ?> params, LocalDate today) {
        return validateVoucher(confirmed(booking, params, today), BOOKING.code);
    }
    // end
}
