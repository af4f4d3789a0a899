package dev.ectype.plan;

import static dev.ectype.query.Query.from;
import static dev.ectype.testing.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskedKeysTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void equalityAndListsOfTheWholeKeyAskForKeys() {
        assertThat(from(BOOKS)
                        .where(BOOKS.id.eq(ONE).and(BOOKS.pages.gt(3)))
                        .request()
                        .askedKeys())
                .containsExactly(List.of(ONE));
        assertThat(from(BOOKS).where(BOOKS.id.in(ONE, TWO, ONE)).request().askedKeys())
                .containsExactly(List.of(ONE), List.of(TWO));
    }

    @Test
    void alternativesAndOtherConditionsAskForNone() {
        assertThat(from(BOOKS)
                        .where(BOOKS.id.eq(ONE).or(BOOKS.pages.gt(3)))
                        .request()
                        .askedKeys())
                .isEmpty();
        assertThat(from(BOOKS).where(BOOKS.id.ne(ONE)).request().askedKeys()).isEmpty();
        assertThat(from(BOOKS).request().askedKeys()).isEmpty();
    }
}
