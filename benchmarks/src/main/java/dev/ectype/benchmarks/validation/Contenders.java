package dev.ectype.benchmarks.validation;

/** The ways to do it; one is made when it is asked for, so that a measured process has no other. */
public enum Contenders {
    /** Code written for these very fields. */
    BY_HAND,
    /** Changesets. */
    ECTYPE,
    /** YAVI, after the least conversion there can be. */
    YAVI_PLAIN,
    /** YAVI, after Jackson. */
    YAVI_JACKSON,
    /** Hibernate Validator, after Jackson. */
    HIBERNATE_VALIDATOR;

    /** Returns the first thing that is wrong with a request of eight fields, as text. */
    public String firstProblem(Requests request) {
        return make().signUp(request.signUp()).problems().get(0);
    }

    Contender make() {
        return switch (this) {
            case BY_HAND -> new ByHand();
            case ECTYPE -> new WithEctype();
            case YAVI_PLAIN -> WithYavi.afterPlainCode();
            case YAVI_JACKSON -> WithYavi.afterJackson();
            case HIBERNATE_VALIDATOR -> new WithHibernateValidator();
        };
    }
}
