package dev.ectype.examples.callcontrol;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a controller answers.
 *
 * @param status the HTTP status
 * @param problems what is wrong with the request; empty if it was accepted
 */
public record Response(int status, List<Problem> problems) {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    // snippet:one-strategy
    /** Carries out a valid command, and answers for any. This is the whole error strategy of the API. */
    public static <R> Response to(Changeset<R> request, Consumer<R> carryOut) {
        Result<R> result = request.apply();
        result.toOptional().ifPresent(carryOut);
        return result.failure()
                .map(invalid -> new Response(UNPROCESSABLE, Problem.of(invalid)))
                .orElse(new Response(OK, List.of()));
    }
    // end
}
