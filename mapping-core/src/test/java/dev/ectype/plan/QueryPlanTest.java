package dev.ectype.plan;

import static dev.ectype.query.Query.from;
import static dev.ectype.testing.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.AdapterContractException;
import dev.ectype.error.ClientSideBudgetException;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.Verdict;
import dev.ectype.testing.Book;
import dev.ectype.testing.Books;
import dev.ectype.testing.ListAdapter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryPlanTest {
    private final ListAdapter store = new ListAdapter();
    private final Repo repo = Repo.over(store);
    private final Query<Book> longBooks = from(BOOKS).where(BOOKS.pages.ge(200)).where(BOOKS.title.ne("Emma"));

    @BeforeEach
    void threeBooks() {
        for (String title : List.of("Emma", "Persuasion", "Sanditon")) {
            repo.insert(Books.changeset(Map.of("title", title, "pages", 50 * title.length())))
                    .orElseThrow();
        }
        store.calls().clear();
    }

    @Test
    void whatTheStoreRefusesIsRefusedBeforeItIsTouchedNamingEveryPart() {
        store.answering(predicate -> Verdict.refused("it only keeps lists"))
                .ordering(Verdict.refused("lists have one"));
        assertThatThrownBy(() -> repo.all(longBooks.orderBy(BOOKS.title.asc()).limit(1)))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("lists cannot run this query of books")
                .hasMessageContaining("pages >= ? — it only keeps lists")
                .hasMessageContaining("title <> ?")
                .hasMessageContaining("title asc — lists have one")
                .hasMessageContaining("limit 1")
                .hasMessageContaining("clientSide(maxRows)")
                .hasMessageNotContaining("Emma");
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void whatTheStoreRefusesIsFinishedHereWhenAllowed() {
        store.answering(predicate -> Verdict.refused("no")).ordering(Verdict.refused("no"));
        assertThat(repo.all(longBooks.orderBy(BOOKS.title.desc()).limit(1).clientSide(3)))
                .extracting(Book::title)
                .containsExactly("Sanditon");
        assertThat(store.calls()).containsExactly("scan", "close");
    }

    @Test
    void aNarrowedConditionIsCheckedAgain() {
        store.answering(predicate -> Verdict.superset("it rounds"));
        assertThat(repo.all(longBooks.clientSide(10)))
                .extracting(Book::title)
                .containsExactly("Persuasion", "Sanditon");
    }

    @Test
    void oneRowMoreThanAllowedIsAnErrorAndNotAShortList() {
        store.answering(predicate -> Verdict.refused("no"));
        assertThatThrownBy(() -> repo.all(longBooks.clientSide(2)))
                .isInstanceOf(ClientSideBudgetException.class)
                .hasMessageContaining("maxRows: 2");
        assertThat(store.calls()).containsExactly("scan", "close");
    }

    @Test
    void aFullScanNeedsItsOwnConsent() {
        store.finding(Access.SCAN);
        assertThatThrownBy(() -> repo.all(longBooks.clientSide(10)))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("reading all of books")
                .hasMessageContaining("allowScan()");
        assertThat(repo.all(longBooks.allowScan())).hasSize(2);
    }

    @Test
    void aWindowTakenBeforeTheConditionsIsABugOfTheAdapter() {
        store.answering(predicate -> Verdict.refused("no")).windowing(Verdict.exact());
        assertThatThrownBy(() -> repo.all(longBooks.limit(1).clientSide(10)))
                .isInstanceOf(AdapterContractException.class)
                .hasMessageContaining("window");
    }

    @Test
    void aMissingVerdictIsABugOfTheAdapter() {
        var request = longBooks.request();
        assertThatThrownBy(() -> QueryPlan.check(
                        store,
                        request,
                        new PushDown(
                                store.plan(request).plan(),
                                List.of(Verdict.exact()),
                                Verdict.exact(),
                                Verdict.exact())))
                .isInstanceOf(AdapterContractException.class)
                .hasMessageContaining("one verdict for each conjunct");
    }

    @Test
    void aResultThatTheStoreCutShortIsAnError() {
        store.ending(RowCursor.End.STORE_LIMIT);
        assertThatThrownBy(() -> repo.all(longBooks))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("cut the result short");
    }

    @Test
    void whatIsLeftToDoIsFetchedAsWell() {
        store.answering(predicate -> Verdict.refused("no"));
        QueryPlan plan = QueryPlan.of(store, longBooks.request(), Consents.NONE);
        assertThat(plan.slotsToFetch(List.of(0))).containsExactly(0, BOOKS.slot(BOOKS.title), BOOKS.slot(BOOKS.pages));
    }

    @Test
    void theExplanationOfARefusedQueryTellsWhy() {
        store.answering(predicate -> Verdict.refused("it only keeps lists"));
        Explanation explanation = repo.explain(longBooks);
        assertThat(explanation.runs()).isFalse();
        assertThat(explanation.isWhollyInStore()).isFalse();
        assertThat(explanation.toString()).contains("REFUSED pages >= ? — it only keeps lists");
    }
}
