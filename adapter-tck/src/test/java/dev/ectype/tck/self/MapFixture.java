package dev.ectype.tck.self;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import java.util.function.UnaryOperator;

/** The adapter on maps, or what a test makes of it. */
final class MapFixture implements AdapterFixture {
    private final MapAdapter maps;
    private final Adapter adapter;
    private final AdapterProfile profile;

    MapFixture(MapAdapter maps, UnaryOperator<Adapter> made, AdapterProfile profile) {
        this.maps = maps;
        this.adapter = made.apply(maps);
        this.profile = profile;
    }

    static MapFixture correct() {
        return new MapFixture(new MapAdapter(), adapter -> adapter, AdapterProfile.of("maps"));
    }

    @Override
    public AdapterProfile profile() {
        return profile;
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public void create(Source source) {
        synchronized (maps.tables) {
            maps.tables.create(source);
        }
    }

    @Override
    public void close() {
        adapter.close();
    }
}
