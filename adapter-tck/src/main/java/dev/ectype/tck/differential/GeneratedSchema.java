package dev.ectype.tck.differential;

import dev.ectype.changeset.Construction;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Source;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A schema of columns that nobody chose: a key, scalars of any kinds, some of them embedded, a list and a map. */
final class GeneratedSchema extends Schema<Object> {
    /** The name of the embedded record. */
    static final String EMBEDDED = "e";

    private static final int VALUES = 7;
    private final Plan plan;
    private final List<Cell> cells = new ArrayList<>();
    private final Column<Object, List<String>> tags;
    private final Column<Object, Map<String, Integer>> scores;

    /**
     * A column of one value, or a place of one inside an embedded record.
     *
     * @param column the column, whatever its values' class
     * @param kind what it holds
     * @param values its values and those of conditions on it, few, so that they meet
     */
    record Cell(Column<Object, Object> column, Kind kind, List<Object> values) {
        String name() {
            return column.name();
        }

        /** Returns the neutral value that a row has there. */
        @Nullable Object valueIn(Row row) {
            return OperandEvaluator.of(column.path()).valueFor(row);
        }
    }

    /**
     * What a schema is made of.
     *
     * @param name the name of its source
     * @param top how many columns it has beside those of embedded records
     * @param kinds what the columns hold, the key's first, those of embedded records last
     * @param values their values
     * @param indexed which columns have an index
     */
    private record Plan(String name, int top, List<Kind> kinds, List<List<Object>> values, List<Integer> indexed) {}

    /** Names the fields in the store by their names, or otherwise. */
    private GeneratedSchema(Plan plan, UnaryOperator<String> sources) {
        super(construction(plan.top()), plan.name());
        this.plan = plan;
        for (int i = 0; i < plan.top(); i++) {
            cells.add(cell(i, sources));
        }
        nest(Nested.of(plan.kinds().subList(plan.top(), plan.kinds().size())), sources);
        tags = field("tags", Types.listOf(Types.string()), FieldOptions.source(sources.apply("tags")));
        scores = field("scores", Types.mapOf(Types.integer()), FieldOptions.source(sources.apply("scores")));
        plan.indexed().forEach(i -> index(cells.get(i).column()));
    }

    private void nest(Nested record, UnaryOperator<String> sources) {
        EmbedsOne<Object, Object> outer = embedsOne(EMBEDDED, record, FieldOptions.source(sources.apply(EMBEDDED)));
        int last = plan.kinds().size() - 1;
        for (int i = plan.top(); i <= last; i++) {
            cells.add(cell(outer.get(record.values().get(i - plan.top())), i));
        }
        cells.add(cell(outer.get(record.inner()).get(record.innermost()), last));
    }

    private Cell cell(Column<Object, Object> column, int number) {
        return new Cell(column, plan.kinds().get(number), plan.values().get(number));
    }

    static GeneratedSchema of(Dice dice, String name, List<Kind> possible) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.TEXT, dice.oneOf(possible)));
        kinds.addAll(dice.some(4, () -> dice.oneOf(possible)));
        int top = kinds.size();
        kinds.add(dice.oneOf(possible));
        kinds.addAll(dice.some(2, () -> dice.oneOf(possible)));
        List<List<Object>> values = new ArrayList<>();
        values.add(IntStream.range(0, VALUES).<Object>mapToObj(RowMaker::key).toList());
        kinds.stream().skip(1).forEach(kind -> values.add(dice.someOf(kind.samples(), VALUES)));
        List<Integer> indexed =
                dice.some(2, () -> 1 + dice.below(top - 1)).stream().distinct().toList();
        return new GeneratedSchema(new Plan(name, top, kinds, values, indexed), UnaryOperator.identity());
    }

    /** Returns the same schema with the names that its fields have in a source. */
    GeneratedSchema storedIn(Source source) {
        return new GeneratedSchema(
                plan,
                name -> source.layout().slots().stream()
                        .filter(slot -> slot.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .source());
    }

    /** Records are never made of the rows, so that there is nothing to make and nothing to read. */
    private static Construction<Object> construction(int cells) {
        Construction.Functions<Object> construction = Construction.by(Object.class, values -> values);
        List<String> names = new ArrayList<>(List.of("tags", "scores", EMBEDDED));
        IntStream.range(0, cells).mapToObj(GeneratedSchema::nameOf).forEach(names::add);
        for (String name : names) {
            construction = construction.reading(name, any -> "");
        }
        return construction;
    }

    private static String nameOf(int cell) {
        return cell == 0 ? "id" : "c" + cell;
    }

    @SuppressWarnings("unchecked") // what is compared with the column is of its kind
    private Cell cell(int number, UnaryOperator<String> sources) {
        Kind kind = plan.kinds().get(number);
        List<FieldOption> options = new ArrayList<>(List.of(FieldOptions.source(sources.apply(nameOf(number)))));
        if (number == 0) {
            options.add(FieldOptions.primaryKey());
        }
        Column<Object, Object> column =
                field(nameOf(number), (Type<Object>) kind.type(), options.toArray(new FieldOption[0]));
        return cell(column, number);
    }

    Cell id() {
        return cells.get(0);
    }

    /** The key, the columns of one value, and the places of one in embedded records. */
    List<Cell> cells() {
        return cells;
    }

    /** The key and the columns of one value. */
    List<Cell> topCells() {
        return cells.subList(0, plan.top());
    }

    /** The places in the embedded record and, last, the one in the record inside it. */
    List<Cell> nestedCells() {
        return cells.subList(plan.top(), cells.size());
    }

    Column<Object, List<String>> tags() {
        return tags;
    }

    Column<Object, Map<String, Integer>> scores() {
        return scores;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(plan.name());
        cells.forEach(cell -> text.append(' ').append(cell.name()).append(':').append(cell.kind()));
        return text + " indexes on " + plan.indexed();
    }
}
