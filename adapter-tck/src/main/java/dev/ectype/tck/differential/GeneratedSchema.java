package dev.ectype.tck.differential;

import dev.ectype.changeset.Construction;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Source;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A schema of columns that nobody chose: a key, scalars of any kinds, a list and a map. */
final class GeneratedSchema extends Schema<Object> {
    private static final int VALUES = 7;
    private final Plan plan;
    private final List<Cell> cells = new ArrayList<>();
    private final Column<Object, List<String>> tags;
    private final Column<Object, Map<String, Integer>> scores;

    /**
     * A column of one value.
     *
     * @param column the column, whatever its values' class
     * @param kind what it holds
     * @param values its values and those of conditions on it, few, so that they meet
     */
    record Cell(Column<Object, Object> column, Kind kind, List<Object> values) {
        String name() {
            return column.name();
        }
    }

    /**
     * What a schema is made of.
     *
     * @param name the name of its source
     * @param kinds what its columns hold, the key's first
     * @param values their values
     * @param indexed which columns have an index
     */
    private record Plan(String name, List<Kind> kinds, List<List<Object>> values, List<Integer> indexed) {}

    /** Names the fields in the store by their names, or otherwise. */
    private GeneratedSchema(Plan plan, UnaryOperator<String> sources) {
        super(construction(plan.kinds().size()), plan.name());
        this.plan = plan;
        for (int i = 0; i < plan.kinds().size(); i++) {
            cells.add(cell(i, sources));
        }
        tags = field("tags", Types.listOf(Types.string()), FieldOptions.source(sources.apply("tags")));
        scores = field("scores", Types.mapOf(Types.integer()), FieldOptions.source(sources.apply("scores")));
        plan.indexed().forEach(i -> index(cells.get(i).column()));
    }

    static GeneratedSchema of(Dice dice, int number, List<Kind> possible) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.TEXT, dice.oneOf(possible)));
        kinds.addAll(dice.some(4, () -> dice.oneOf(possible)));
        List<List<Object>> values = new ArrayList<>();
        values.add(IntStream.range(0, VALUES).<Object>mapToObj(RowMaker::key).toList());
        kinds.stream().skip(1).forEach(kind -> values.add(dice.someOf(kind.samples(), VALUES)));
        List<Integer> indexed = dice.some(2, () -> 1 + dice.below(kinds.size() - 1)).stream()
                .distinct()
                .toList();
        return new GeneratedSchema(new Plan("generated_" + number, kinds, values, indexed), name -> name);
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
        List<String> names = new ArrayList<>(List.of("tags", "scores"));
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
        return new Cell(column, kind, plan.values().get(number));
    }

    Cell id() {
        return cells.get(0);
    }

    /** The key and the columns of one value, which SQL has too. */
    List<Cell> cells() {
        return cells;
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
