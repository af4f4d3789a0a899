package dev.ectype.benchmarks.validation;

import java.util.function.Supplier;

/** The ways to do it; one is made when it is asked for, so that a measured process has no other. */
@SuppressWarnings("ImmutableEnumChecker") // what makes a contender keeps nothing
public enum Contenders {
    /** Code written for these very fields. */
    BY_HAND(ByHand::new),
    /** Changesets. */
    ECTYPE(WithEctype::new),
    /** YAVI, after the least conversion there can be. */
    YAVI_PLAIN(WithYavi::afterPlainCode),
    /** YAVI, after Jackson. */
    YAVI_JACKSON(WithYavi::afterJackson),
    /** Hibernate Validator, after Jackson. */
    HIBERNATE_VALIDATOR(WithHibernateValidator::new);

    private final Supplier<Contender> making;

    Contenders(Supplier<Contender> making) {
        this.making = making;
    }

    Contender make() {
        return making.get();
    }
}
