package dev.ectype.schema;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Two associations, one after the other; either may itself lead through others.
 *
 * @param <R> the owner
 * @param <M> the record in the middle
 * @param <E> the record at the end
 * @param first the owner's association
 * @param secondOf supplies that of the record in the middle
 */
public record Way<R, M, E>(Association<R, M, ?> first, Supplier<? extends Association<M, E, ?>> secondOf) {

    /** Returns the association of the record in the middle. */
    public Association<M, E, ?> second() {
        return secondOf.get();
    }

    void check(Association<R, E, ?> association) {
        association.require(
                first.shape() == association.shape(), "the first association is one of the same schema", first);
        association.require(
                second().shape() == first.related(),
                "the second association is one of what the first leads to",
                second());
        association.require(
                !association.related().keyFields().isEmpty(),
                "records are found once through others by their primary key",
                association.related());
    }

    MappingException notBuilt(Association<R, E, ?> association) {
        return new MappingException(
                Kind.USAGE,
                "nothing is built through other associations; build the records on the way",
                Map.of("association", association, "way", first + ", " + second()));
    }
}
