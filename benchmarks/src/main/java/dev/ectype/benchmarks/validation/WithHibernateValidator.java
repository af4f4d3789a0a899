package dev.ectype.benchmarks.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import tools.jackson.databind.json.JsonMapper;

/** Jackson to convert, then Jakarta Validation by Hibernate Validator. */
final class WithHibernateValidator implements Contender {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .defaultLocale(Locale.ENGLISH)
            .buildValidatorFactory()
            .getValidator();

    @Override
    public Answer<SignUp> signUp(Map<String, Object> params) {
        return answer(JSON.convertValue(params, SignUp.class));
    }

    @Override
    public Answer<Order> order(Map<String, Object> params) {
        return answer(JSON.convertValue(params, Order.class));
    }

    private static <R> Answer<R> answer(R converted) {
        Set<ConstraintViolation<R>> violations = VALIDATOR.validate(converted);
        if (violations.isEmpty()) {
            return Answer.of(converted);
        }
        List<String> problems = new ArrayList<>();
        for (ConstraintViolation<R> violation : violations) {
            problems.add(violation.getPropertyPath() + " " + violation.getMessage());
        }
        return Answer.wrong(problems);
    }
}
