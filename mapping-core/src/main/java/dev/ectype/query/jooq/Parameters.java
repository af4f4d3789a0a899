package dev.ectype.query.jooq;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named parameters of translated conditions: {@code param("name", ...)} of jOOQ. What is given for one is cast by the
 * type of the column that it is compared with. Without any, binding returns the very same conditions.
 */
public final class Parameters {
    private Parameters() {}

    /**
     * Returns the conditions with these values in place of their parameters; parameters that are not named stay.
     *
     * @throws MappingException if a value is null or not one of the type that its column has
     */
    public static List<Predicate> bind(List<Predicate> conditions, Map<String, ?> values) {
        Binder binder = new Binder(name -> given(name, values));
        return conditions.stream().map(condition -> condition.accept(binder)).toList();
    }

    private static Optional<Object> given(String name, Map<String, ?> values) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        Object value = values.get(name);
        if (value == null) {
            throw new MappingException(
                    Kind.USAGE,
                    "a comparison with null is never true, so a parameter cannot be null",
                    Map.of("parameter", name, "instead", "another query with isNull() or isNotNull()"));
        }
        return Optional.of(value);
    }

    /** Finds the value of a parameter, if it is known. */
    private interface Lookup {
        Optional<Object> find(String name);
    }

    /** Copies a condition with values in place of parameters. */
    private record Binder(Lookup lookup) implements Predicate.Visitor<Predicate>, Operand.Visitor<Operand> {

        private Value bound(Value value) {
            return value.value() instanceof LaterValue later
                    ? lookup.find(later.name()).map(later.making()).orElse(value)
                    : value;
        }

        /** Returns the values; one list given for a parameter stands for its elements. */
        private List<Value> bound(List<Value> values) {
            List<Value> all = new ArrayList<>(values.size());
            for (Value value : values) {
                if (value.value() instanceof LaterValue later
                        && lookup.find(later.name()).orElse(null) instanceof Collection<?> many) {
                    many.forEach(each -> all.add(later.making().apply(each)));
                } else {
                    all.add(bound(value));
                }
            }
            return all;
        }

        private List<Predicate> all(List<Predicate> terms) {
            return terms.stream().map(term -> term.accept(this)).toList();
        }

        @Override
        public Operand field(FieldPath field) {
            return field;
        }

        @Override
        public Operand value(Value value) {
            return bound(value);
        }

        @Override
        public Operand call(Operand.Call call) {
            List<Operand> arguments = call.arguments().stream()
                    .map(argument -> argument.accept(this))
                    .toList();
            return Calls.folded(call.function(), arguments, call.storage());
        }

        @Override
        public Predicate and(Predicate.And and) {
            return new Predicate.And(all(and.terms()));
        }

        @Override
        public Predicate or(Predicate.Or or) {
            return new Predicate.Or(all(or.terms()));
        }

        @Override
        public Predicate not(Predicate.Not not) {
            return new Predicate.Not(not.term().accept(this));
        }

        @Override
        public Predicate constant(Predicate.Constant constant) {
            return constant;
        }

        @Override
        public Predicate compare(Predicate.Compare compare) {
            return new Predicate.Compare(
                    compare.left().accept(this),
                    compare.comparison(),
                    compare.right().accept(this));
        }

        @Override
        public Predicate in(Predicate.In in) {
            return new Predicate.In(in.operand().accept(this), bound(in.values()));
        }

        @Override
        public Predicate isNull(Predicate.IsNull isNull) {
            return new Predicate.IsNull(isNull.operand().accept(this));
        }

        @Override
        public Predicate text(Predicate.Text text) {
            return new Predicate.Text(
                    text.operand().accept(this), text.match(), bound(text.pattern()), text.ignoreCase());
        }

        @Override
        public Predicate contains(Predicate.Contains contains) {
            return new Predicate.Contains(contains.list(), bound(contains.value()));
        }

        @Override
        public Predicate containsAll(Predicate.ContainsAll containsAll) {
            return new Predicate.ContainsAll(containsAll.list(), bound(containsAll.values()));
        }

        @Override
        public Predicate anyElement(Predicate.AnyElement anyElement) {
            return new Predicate.AnyElement(
                    anyElement.list(), anyElement.condition().accept(this));
        }

        @Override
        public Predicate size(Predicate.Size size) {
            return new Predicate.Size(size.list(), size.comparison(), bound(size.number()));
        }

        @Override
        public Predicate nativeCondition(Predicate.Native nativeCondition) {
            return nativeCondition;
        }
    }
}
