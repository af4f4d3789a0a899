package dev.ectype.benchmarks.validation;

import java.util.Map;

/** One way to turn the params of a request into a record or into texts of what is wrong. */
interface Contender {
    Answer<SignUp> signUp(Map<String, Object> params);

    Answer<Order> order(Map<String, Object> params);
}
