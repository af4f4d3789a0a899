package dev.ectype.benchmarks.validation;

import am.ik.yavi.builder.ValidatorBuilder;
import am.ik.yavi.core.ConstraintViolation;
import am.ik.yavi.core.ConstraintViolations;
import am.ik.yavi.core.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** YAVI's validators on records that something else has made of the params, since YAVI converts none. */
final class WithYavi implements Contender {
    /** Apart, so that a process that converts by plain code does not pay for Jackson. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    private static final Validator<SignUp> SIGN_UP = ValidatorBuilder.<SignUp>of()
            .constraint(SignUp::email, "email", c -> c.notBlank().pattern(Terms.EMAIL))
            .constraint(
                    SignUp::name,
                    "name",
                    c -> c.notBlank().greaterThanOrEqual(1).lessThanOrEqual(80))
            .constraint(
                    SignUp::password,
                    "password",
                    c -> c.notBlank().greaterThanOrEqual(12).lessThanOrEqual(72))
            .constraint(
                    SignUp::age, "age", c -> c.notNull().greaterThanOrEqual(18).lessThanOrEqual(120))
            .constraint(SignUp::plan, "plan", c -> c.notBlank().oneOf(Terms.PLANS))
            .constraint(SignUp::budget, "budget", c -> c.greaterThanOrEqual(BigDecimal.ZERO))
            .build();

    private static final Validator<Order.Item> ITEM = ValidatorBuilder.<Order.Item>of()
            .constraint(Order.Item::sku, "sku", c -> c.notBlank().pattern(Terms.SKU))
            .constraint(
                    Order.Item::quantity,
                    "quantity",
                    c -> c.notNull().greaterThanOrEqual(1).lessThanOrEqual(100))
            .build();

    private static final Validator<Order.Parcel> PARCEL = ValidatorBuilder.<Order.Parcel>of()
            .constraint(Order.Parcel::carrier, "carrier", c -> c.notBlank().oneOf(Terms.CARRIERS))
            .constraint(Order.Parcel::grams, "grams", c -> c.notNull().greaterThanOrEqual(1))
            .forEach(Order.Parcel::items, "items", ITEM)
            .build();

    private static final Validator<Order> ORDER = ValidatorBuilder.<Order>of()
            .constraint(
                    Order::reference,
                    "reference",
                    c -> c.notBlank().greaterThanOrEqual(1).lessThanOrEqual(20))
            .constraint(Order::email, "email", c -> c.notBlank().pattern(Terms.EMAIL))
            .forEach(Order::parcels, "parcels", PARCEL)
            .build();

    private final Function<Map<String, Object>, SignUp> toSignUp;
    private final Function<Map<String, Object>, Order> toOrder;

    private WithYavi(Function<Map<String, Object>, SignUp> toSignUp, Function<Map<String, Object>, Order> toOrder) {
        this.toSignUp = toSignUp;
        this.toOrder = toOrder;
    }

    /** Returns the way over Jackson. */
    static WithYavi afterJackson() {
        return new WithYavi(
                params -> Json.MAPPER.convertValue(params, SignUp.class),
                params -> Json.MAPPER.convertValue(params, Order.class));
    }

    /** Returns the way over code that converts by hand and takes every class for granted: the least there can be. */
    static WithYavi afterPlainCode() {
        return new WithYavi(PlainConversion::signUp, PlainConversion::order);
    }

    @Override
    public Answer<SignUp> signUp(Map<String, Object> params) {
        return answer(toSignUp.apply(params), SIGN_UP);
    }

    @Override
    public Answer<Order> order(Map<String, Object> params) {
        return answer(toOrder.apply(params), ORDER);
    }

    private static <R> Answer<R> answer(R converted, Validator<R> validator) {
        ConstraintViolations violations = validator.validate(converted);
        if (violations.isValid()) {
            return Answer.of(converted);
        }
        List<String> problems = new ArrayList<>();
        for (ConstraintViolation violation : violations) {
            problems.add(violation.name() + " " + violation.message());
        }
        return Answer.wrong(problems);
    }
}
