package dev.ectype.benchmarks.validation;

import static dev.ectype.changeset.rule.Rules.greaterThanOrEqualTo;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.changeset.rule.Rules.oneOf;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.decimal;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.changeset.rule.NumberRule;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** The shape of a {@link SignUp}. */
final class SignUps extends Shape<SignUp> {
    static final SignUps SIGN_UP = new SignUps();

    private static final Format EMAIL = Format.of(Terms.EMAIL);
    private static final Length NAME = min(1).max(80);
    private static final Length PASSWORD = min(12).max(72);
    private static final NumberRule AGE = greaterThanOrEqualTo(18).lessThanOrEqualTo(120);
    private static final Membership<String> PLAN = oneOf(Terms.PLANS);
    private static final NumberRule BUDGET = greaterThanOrEqualTo(0);

    final Field<SignUp, String> email = field("email", string());
    final Field<SignUp, String> name = field("name", string());
    final Field<SignUp, String> password = field("password", string());
    final Field<SignUp, Integer> age = field("age", integer());
    final Field<SignUp, LocalDate> born = field("born", date());
    final Field<SignUp, String> plan = field("plan", string());
    final Field<SignUp, Boolean> newsletter = field("newsletter", bool());
    final Field<SignUp, BigDecimal> budget = field("budget", decimal());

    private SignUps() {
        super(MethodHandles.lookup(), SignUp.class);
    }

    static Changeset<SignUp> changeset(Map<String, ?> params) {
        SignUps f = SIGN_UP;
        return f.cast(params, f.email, f.name, f.password, f.age, f.born, f.plan, f.newsletter, f.budget)
                .validateRequired(f.email, f.name, f.password, f.age, f.plan)
                .validateFormat(f.email, EMAIL)
                .validateLength(f.name, NAME)
                .validateLength(f.password, PASSWORD)
                .validateNumber(f.age, AGE)
                .validateInclusion(f.plan, PLAN)
                .validateNumber(f.budget, BUDGET);
    }
}
