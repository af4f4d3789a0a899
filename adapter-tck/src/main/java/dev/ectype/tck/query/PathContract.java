package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Paths into rows: what stands inside a value, and names that look like something else. */
public abstract class PathContract extends ContractTest {

    @Test
    @DisplayName("N1 a path reaches into embedded records, however deep")
    void reachesIntoEmbeddedRecords() {
        Table orders = Filled.orders(bench());
        FieldPath city = orders.path("address", "city");
        FieldPath lat = orders.path("address", "geo", "lat");
        assertThat(orders.where(eq(city, "Athens")).check()).hasSize(2);
        assertThat(orders.where(in(city, "Berlin", "Rome")).check()).hasSize(1);
        assertThat(orders.where(gt(lat, 1)).check()).hasSize(1);
        orders.orderedBy(Order.ascending(city), Order.ascending(orders.path("id")))
                .check();
        orders.orderedBy(Order.descending(lat), Order.ascending(orders.path("id")))
                .check();
    }

    @Test
    @DisplayName("N2 what is inside a record that is not there is null")
    void insideOfNothingIsNothing() {
        Table orders = Filled.orders(bench());
        FieldPath city = orders.path("address", "city");
        FieldPath lat = orders.path("address", "geo", "lat");
        assertThat(orders.where(isNull(city)).check()).hasSize(2);
        assertThat(orders.where(isNull(lat)).check()).hasSize(4);
        assertThat(orders.where(not(isNull(lat))).check()).hasSize(1);
        assertThat(orders.where(ne(city, "Athens")).check()).hasSize(1);
        assertThat(orders.where(not(eq(lat, 38))).check()).isEmpty();
        assertThat(orders.where(isNull(orders.path("address"))).check()).hasSize(1);
    }

    @Test
    @DisplayName("N3 a position of a list is its element there, and nothing beyond the end")
    void positionsOfLists() {
        Table items = Filled.items(bench());
        for (int position = 0; position < 3; position++) {
            FieldPath tag = items.path("tags", position);
            items.where(eq(tag, "red")).check();
            items.where(ne(tag, "red")).check();
            items.where(isNull(tag)).check();
            items.where(lt(items.path("ratings", position), 3)).check();
        }
        assertThat(items.where(eq(items.path("tags", 9), "red")).check()).isEmpty();
    }

    @Test
    @DisplayName("N4 a position of a list of records leads into the record")
    void positionsLeadIntoRecords() {
        Table orders = Filled.orders(bench());
        assertThat(orders.where(eq(orders.path("lines", 0, "sku"), "a")).check())
                .hasSize(1);
        assertThat(orders.where(isNull(orders.path("lines", 0, "sku"))).check()).hasSize(2);
        orders.where(eq(orders.path("lines", 1, "tags", 0), "x")).check();
        orders.where(gt(orders.path("lines", 0, "qty"), 1)).check();
    }

    @Test
    @DisplayName("N5 a key of a map is its value there, and nothing where the key is missing, dots and all")
    void keysOfMaps() {
        Table scored = Filled.scored(bench());
        scored.holds("s5", Map.of("a$b", 1, "maths", 3));
        for (String key : new String[] {"maths", "art.history", "art", "a$b", "none"}) {
            FieldPath score = scored.path("scores", key);
            scored.where(gt(score, 2)).check();
            scored.where(ne(score, 3)).check();
            scored.where(isNull(score)).check();
        }
        assertThat(scored.where(eq(scored.path("scores", "art.history"), 9)).check())
                .hasSize(1);
    }

    @Test
    @DisplayName("N6 stored names may be words of query languages")
    void storedNamesMayBeReservedWords() {
        checkNames(bench().table(Sources.reserved()));
    }

    @Test
    @DisplayName("N7 stored names may have dots, dollars, quotes and spaces")
    void storedNamesMayHaveDots() {
        bench().needs(Capability.DOTTED_NAMES);
        checkNames(bench().table(Sources.dotted()));
    }

    private static void checkNames(Table named) {
        int fields = named.source().layout().size() - 1;
        String[] values = new String[fields + 1];
        for (int i = 0; i <= fields; i++) {
            values[i] = "v" + i;
        }
        named.holds((Object[]) values);
        named.holds("other");
        named.assertUnchanged();
        for (int i = 0; i < fields; i++) {
            FieldPath field = named.path("field" + i);
            assertThat(named.where(eq(field, "v" + (i + 1))).check())
                    .as(field.source())
                    .hasSize(1);
            assertThat(named.where(isNull(field)).check()).hasSize(1);
            named.orderedBy(Order.descending(field)).check();
        }
    }

    @Test
    @DisplayName("N8 a renamed field is read and written under its stored name")
    void renamedFields() {
        Table people = Filled.people(bench());
        assertThat(people.where(eq(people.path("name"), "Ann")).check()).hasSize(2);
        people.orderedBy(Order.ascending(people.path("name")), Order.ascending(people.path("id")))
                .check();
        people.assertUnchanged();
    }

    @Test
    @DisplayName("N8 so is one inside an embedded record")
    void renamedFieldsInside() {
        bench().needs(Capability.NESTED_PATHS);
        Table orders = Filled.orders(bench());
        FieldPath city = orders.path("address", "city");
        assertThat(city.source()).isNotEqualTo(city.toString());
        assertThat(orders.where(eq(city, "Athens")).check()).hasSize(2);
        assertThat(orders.where(isNull(city)).check()).hasSize(2);
        orders.assertUnchanged();
    }
}
