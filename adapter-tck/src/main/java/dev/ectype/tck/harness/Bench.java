package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.spi.Source;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** What one test works with: the adapter, counted, its claims, and the sources that the test asked for. */
public final class Bench implements AutoCloseable {
    private final AdapterFixture fixture;
    private final CountingAdapter adapter;

    Bench(AdapterFixture fixture) {
        this.fixture = fixture;
        this.adapter = new CountingAdapter(fixture.adapter());
    }

    /** Returns the adapter under test, which counts the calls that touch the store. */
    public CountingAdapter adapter() {
        return adapter;
    }

    /** Returns what the adapter claims. */
    public AdapterProfile profile() {
        return fixture.profile();
    }

    /** Tells whether the adapter claims the capability. */
    public boolean claims(Capability capability) {
        return profile().claims(capability);
    }

    /** Ends the test as skipped unless the adapter claims all of them; that it refuses the others is tested elsewhere. */
    public void needs(Capability... capabilities) {
        for (Capability capability : capabilities) {
            Assumptions.assumeTrue(claims(capability), () -> profile().store() + " does not claim " + capability);
        }
    }

    /** Returns an optional part, ending the test as skipped if the capability is not claimed. */
    public <T> T part(Class<T> part, Capability capability) {
        needs(capability);
        return adapter.as(part)
                .orElseThrow(() -> new AssertionError(capability + " is claimed, but the adapter has no part "
                        + part.getSimpleName() + ": implement it, or claim less"));
    }

    /** Returns an optional part, if the adapter has it. */
    public <T> Optional<T> find(Class<T> part) {
        return adapter.as(part);
    }

    /** Returns a source with the names and hints that the store needs. */
    public Source adapted(Source source) {
        return fixture.adapt(source);
    }

    /** Returns a repo over the adapter; its queries read all rows only if the store has no indexes. */
    public Repo repo() {
        Repo repo = Repo.over(adapter);
        return claims(Capability.INDEX_ACCESS) ? repo : repo.with(Options.none().allowScan());
    }

    /** Makes a source, empty, without the unique indexes that the adapter documents to refuse. */
    public Table table(Source source) {
        return tableOf(Uniqueness.kept(source, profile()));
    }

    /** Makes a source as it is, empty. */
    public Table tableOf(Source source) {
        Source adapted = adapted(source);
        fixture.create(adapted);
        return new Table(this, adapted);
    }

    /** Empties a table. */
    void recreate(Source source) {
        fixture.create(source);
    }

    /** Returns one of two prefixes. */
    public String prefix(int number) {
        return fixture.prefix(number);
    }

    /** Does what must not touch the store, and checks that no request was sent, if the fixture counts them. */
    public <T> T untouched(Supplier<T> work) {
        OptionalLong before = fixture.requests();
        T result = work.get();
        assertThat(fixture.requests()).as("P8: requests that the store has had").isEqualTo(before);
        return result;
    }

    /** Does what must not touch the store and has no result, as above. */
    public void leftUntouched(Runnable work) {
        untouched(() -> {
            work.run();
            return work;
        });
    }

    @Override
    public void close() {
        fixture.close();
    }
}
