package dev.ectype.benchmarks.validation;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changesets, and their texts from the message bundle. */
final class WithEctype implements Contender {
    private static final Messages TEXTS = Messages.in(Locale.ENGLISH);

    @Override
    public Answer<SignUp> signUp(Map<String, Object> params) {
        return answer(SignUps.changeset(params));
    }

    @Override
    public Answer<Order> order(Map<String, Object> params) {
        return answer(Orders.changeset(params));
    }

    private static <R> Answer<R> answer(Changeset<R> changeset) {
        if (changeset.apply() instanceof Result.Ok<R> ok) {
            return Answer.of(ok.value());
        }
        List<String> problems = new ArrayList<>();
        for (FieldError error : changeset.allErrors()) {
            problems.add(error.path().dotted().concat(" ").concat(TEXTS.text(error)));
        }
        return Answer.wrong(problems);
    }
}
