package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.ADDRESS;
import static dev.ectype.query.jooq.People.PEOPLE;
import static dev.ectype.query.jooq.TranslatorTestSupport.TRANSLATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Order;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void nullIsLowestUnlessSaid() {
        assertThat(TRANSLATOR.order(PEOPLE.name)).isEqualTo(Order.ascending(PEOPLE.name.path()));
        assertThat(TRANSLATOR.order(PEOPLE.name.asc())).isEqualTo(Order.ascending(PEOPLE.name.path()));
        assertThat(TRANSLATOR.order(PEOPLE.name.sortDefault())).isEqualTo(Order.ascending(PEOPLE.name.path()));
        assertThat(TRANSLATOR.order(PEOPLE.name.desc())).isEqualTo(Order.descending(PEOPLE.name.path()));
        assertThat(TRANSLATOR.order(PEOPLE.name.asc().nullsLast()))
                .isEqualTo(new Order(PEOPLE.name.path(), false, false));
        assertThat(TRANSLATOR.order(PEOPLE.name.desc().nullsFirst()))
                .isEqualTo(new Order(PEOPLE.name.path(), true, true));
    }

    @Test
    void functionsAndPlacesInsideAFieldAreKeys() {
        assertThat(TRANSLATOR.order(DSL.lower(PEOPLE.name).desc())).hasToString("lower(name) desc");
        assertThat(TRANSLATOR.order(PEOPLE.home.get(ADDRESS.city))).hasToString("home.city asc");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> TRANSLATOR.order(DSL.rand()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Rand");
        assertThatThrownBy(() -> TRANSLATOR.order(PEOPLE.age.sortAsc(1, 2)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("CaseSimple");
        assertThatThrownBy(() -> TRANSLATOR.order(DSL.field("age").asc()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("plain SQL");
    }
}
