package dev.ectype.tck.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A condition of jOOQ's that can be made smaller. */
sealed interface Term {

    /** Returns jOOQ's object: the same at every call. */
    Condition condition();

    /** Tells whether SQL gives the condition the meaning that it has here. */
    boolean isSql();

    /** Returns conditions of which each is a part of this one or lacks a part of it. */
    Stream<Term> smaller();

    /**
     * A condition without connectives.
     *
     * @param condition jOOQ's object
     * @param isSql whether SQL means the same
     */
    record Leaf(Condition condition, boolean isSql) implements Term {
        @Override
        public Stream<Term> smaller() {
            return Stream.empty();
        }
    }

    /**
     * A negation.
     *
     * @param term what is negated
     * @param condition jOOQ's object
     */
    record Not(Term term, Condition condition) implements Term {
        Not(Term term) {
            this(term, DSL.not(term.condition()));
        }

        @Override
        public boolean isSql() {
            return term.isSql();
        }

        @Override
        public Stream<Term> smaller() {
            return Stream.concat(Stream.of(term), term.smaller().map(Not::new));
        }
    }

    /**
     * Terms joined by and, or by or.
     *
     * @param and which of them
     * @param terms the terms, at least one
     * @param condition jOOQ's object
     */
    record Joined(boolean and, List<Term> terms, Condition condition) implements Term {
        Joined(boolean and, List<Term> terms) {
            this(and, terms, joined(and, terms.stream().map(Term::condition).toList()));
        }

        private static Condition joined(boolean and, List<Condition> conditions) {
            return and ? DSL.and(conditions) : DSL.or(conditions);
        }

        @Override
        public boolean isSql() {
            return terms.stream().allMatch(Term::isSql);
        }

        @Override
        public Stream<Term> smaller() {
            List<Term> smaller = new ArrayList<>(terms);
            for (int i = 0; i < terms.size(); i++) {
                int at = i;
                if (terms.size() > 1) {
                    List<Term> less = new ArrayList<>(terms);
                    less.remove(at);
                    smaller.add(new Joined(and, less));
                }
                terms.get(at).smaller().map(part -> with(at, part)).forEach(smaller::add);
            }
            return smaller.stream();
        }

        private Term with(int at, Term part) {
            List<Term> changed = new ArrayList<>(terms);
            changed.set(at, part);
            return new Joined(and, changed);
        }
    }
}
