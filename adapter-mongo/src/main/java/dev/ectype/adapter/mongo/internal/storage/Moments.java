package dev.ectype.adapter.mongo.internal.storage;

import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Whether moments are stored as dates of the server's, or as numbers, for which somebody decided who wants the finer ones. */
final class Moments {
    private Moments() {}

    /** Tells whether the values of a kind are stored as dates. */
    static boolean areDates(Formats formats, Storage storage) {
        Object moment;
        if (storage == Scalar.INSTANT) {
            moment = Instant.EPOCH;
        } else if (storage == Scalar.DATE_TIME) {
            moment = LocalDateTime.MIN.withYear(1970);
        } else if (storage == Scalar.DATE) {
            moment = LocalDate.EPOCH;
        } else {
            return false;
        }
        return formats.of(storage).toBson(moment).isDateTime();
    }
}
