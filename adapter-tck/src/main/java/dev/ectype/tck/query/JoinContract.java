package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Joining;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Cursors;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Reference;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Paths;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows that come with the rows related to them, where a store joins: people with those of the same age or name. */
public abstract class JoinContract extends ContractTest {

    private static QueryRequest ordered(Table table, Window window, Predicate... conjuncts) {
        return new QueryRequest(table.source(), List.of(conjuncts), List.of(Order.ascending(table.path("id"))), window);
    }

    private static Join join(FieldPath same, QueryRequest rows) {
        int size = rows.source().layout().size();
        return new Join(same, same, rows, IntStream.range(0, size).boxed().toList());
    }

    private NativePlan plan(Table table, QueryRequest query, Join... joins) {
        bench().needs(Capability.JOINS);
        Layout layout = table.source().layout();
        List<Layout.Slot> slots = new ArrayList<>(layout.slots());
        for (int i = 0; i < joins.length; i++) {
            slots.add(new Layout.Slot("j" + i, "j" + i, new Storage.ListOf(new Storage.Embedded(() -> layout))));
        }
        Joining part = bench().part(Joining.class, Capability.JOINS);
        Joining.Answer answer = bench().untouched(() -> part.planJoins(query, List.of(joins), new Layout(slots)));
        assertThat(answer.verdict().isExact()).as("%s", answer.verdict()).isTrue();
        return answer.plan().orElseThrow();
    }

    /** Checks that each row comes with the rows that the reference evaluator relates to it, in their order. */
    private void assertJoined(Table table, QueryRequest query, Join... joins) {
        List<List<String>> expected = new ArrayList<>();
        for (Row row : Reference.answer(table.rows(), query)) {
            List<String> texts = new ArrayList<>(List.of(Texts.of(row)));
            for (Join join : joins) {
                texts.add(Texts.ofRows(related(table, row, join)).toString());
            }
            expected.add(texts);
        }
        assertThat(found(table, plan(table, query, joins))).isEqualTo(expected);
    }

    private static List<Row> related(Table table, Row row, Join join) {
        Object key = row.get(join.owner().slot());
        if (key == null) {
            return List.of();
        }
        List<Predicate> conjuncts = new ArrayList<>(join.rows().conjuncts());
        conjuncts.add(Paths.equal(join.related(), key));
        QueryRequest rows = join.rows();
        return Reference.answer(table.rows(), new QueryRequest(rows.source(), conjuncts, rows.order(), rows.window()));
    }

    private static List<List<String>> found(Table table, NativePlan plan) {
        List<List<String>> found = new ArrayList<>();
        for (Row row : Cursors.drain(table.adapter(), plan, table.slots(), OptionalLong.empty())
                .rows()) {
            List<String> texts = new ArrayList<>();
            texts.add(Texts.of(own(table, row)));
            for (int i = table.slots().size(); i < row.layout().size(); i++) {
                List<Row> related = new ArrayList<>();
                ((List<?>) Objects.requireNonNull(row.get(i))).forEach(each -> related.add((Row) each));
                texts.add(Texts.ofRows(related).toString());
            }
            found.add(texts);
        }
        return found;
    }

    private static Row own(Table table, Row row) {
        Object[] values = new Object[table.slots().size()];
        System.arraycopy(row.toArray(), 0, values, 0, values.length);
        return table.row(values);
    }

    @Test
    @DisplayName("J1 a row comes with the rows that have its value, in their order, and a row without one with none")
    void rowsOfTheSameValue() {
        Table people = Filled.people(bench());
        assertJoined(people, ordered(people, Window.ALL), join(people.path("age"), ordered(people, Window.ALL)));
        assertJoined(people, ordered(people, Window.ALL), join(people.path("name"), ordered(people, Window.ALL)));
    }

    @Test
    @DisplayName("J2 conditions and an order of the related rows are theirs alone")
    void conditionsOfTheRelated() {
        Table people = Filled.people(bench());
        QueryRequest related = new QueryRequest(
                people.source(),
                List.of(gt(people.path("version"), 0L)),
                List.of(Order.descending(people.path("id"))),
                Window.ALL);
        assertJoined(people, ordered(people, Window.ALL), join(people.path("age"), related));
    }

    @Test
    @DisplayName("J3 a limit of the related rows is one for each row")
    void limitForEach() {
        Table people = Filled.people(bench());
        assertJoined(people, ordered(people, Window.ALL), join(people.path("age"), ordered(people, Window.first(1))));
    }

    @Test
    @DisplayName("J4 conditions, order and window of the rows themselves are as without a join")
    void conditionsOfTheRows() {
        Table people = Filled.people(bench());
        Predicate some = in(people.path("id"), "p1", "p3", "p5", "p6");
        QueryRequest query = ordered(people, Window.first(2).withOffset(1), some);
        assertJoined(people, query, join(people.path("age"), ordered(people, Window.ALL)));
    }

    @Test
    @DisplayName("J5 several joins keep their rows apart")
    void severalJoins() {
        Table people = Filled.people(bench());
        assertJoined(
                people,
                ordered(people, Window.ALL),
                join(people.path("name"), ordered(people, Window.ALL)),
                join(people.path("age"), ordered(people, Window.first(1))));
    }

    @Test
    @DisplayName("J6 a join is a scan where no key or index leads to the related rows, and shows no values")
    void accessAndText() {
        Table people = Filled.people(bench());
        QueryRequest query = ordered(people, Window.ALL, in(people.path("id"), "p1", "p2"));
        Join byIndex = join(people.path("age"), people.request());
        Join byScan = join(people.path("city"), people.request());
        assertThat(plan(people, query, byIndex).access()).isNotEqualTo(Access.SCAN);
        assertThat(plan(people, query, byScan).access()).isEqualTo(Access.SCAN);
        Join some = join(people.path("age"), people.request(Paths.equal(people.path("name"), "swordfish")));
        assertThat(plan(people, query, some).explain()).isNotBlank().doesNotContain("p1", "swordfish");
    }
}
