package dev.ectype.examples.shop;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.jsonschema.JsonSchema;
import dev.ectype.changeset.message.Messages;
import dev.ectype.changeset.view.ErrorViews;
import dev.ectype.examples.readme.SignUp;
import dev.ectype.examples.readme.SignUps;
import java.util.Locale;
import java.util.Map;

/** A controller of any web framework: a body that a JSON library has read comes in, a status and a body go out. */
public final class SignUpController {

    private SignUpController() {}

    /** Takes a request to sign up. */
    // snippet:controller
    public static Answer create(Map<String, ?> body, Locale language) {
        Changeset<SignUp> signUp = SignUps.changeset(body);
        if (signUp.apply() instanceof Result.Ok<SignUp> ok) {
            return new Answer(201, Map.of("welcome", ok.value().email()));
        }
        return new Answer(422, ErrorViews.of(signUp, Messages.in(language)).problem());
    }
    // end

    /** Tells clients what a request may hold. */
    // snippet:controller-schema
    public static Map<String, Object> schema() {
        return JsonSchema.of(SignUps::changeset);
    }
    // end
}
