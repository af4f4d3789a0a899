package dev.ectype.query.jooq;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.Truth;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jooq.Condition;

/** What the tests of the translator share. */
final class TranslatorTestSupport {
    static final ConditionTranslator TRANSLATOR = new ConditionTranslator(People.PEOPLE);

    private TranslatorTestSupport() {}

    static Predicate translate(Condition condition) {
        return TRANSLATOR.condition(condition);
    }

    static Truth test(Condition condition, Row row) {
        return Evaluator.of(translate(condition)).test(row);
    }

    static Predicate compare(Column<?, ?> column, Comparison comparison, Object neutral) {
        return new Predicate.Compare(column.path(), comparison, value(column, neutral));
    }

    static Value value(Column<?, ?> column, Object neutral) {
        FieldPath path = column.path();
        return new Value(neutral, path.storage(), path.redacted());
    }

    static Value value(Object neutral, Storage storage) {
        return new Value(neutral, storage, false);
    }

    static Operand call(Operand.Function function, Storage storage, Operand... arguments) {
        return new Operand.Call(function, java.util.List.of(arguments), storage);
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Condition condition) {
        return assertThatThrownBy(() -> translate(condition))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.kind())
                                .isEqualTo(MappingException.Kind.USAGE));
    }
}
