package dev.ectype.tck.self;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import java.util.OptionalLong;

/** The adapter on maps, or what a test makes of it. */
final class MapFixture implements AdapterFixture {
    private final MapAdapter maps;
    private final AdapterProfile profile;

    MapFixture(MapAdapter maps, AdapterProfile profile) {
        this.maps = maps;
        this.profile = profile;
    }

    static MapFixture correct() {
        return new MapFixture(new MapAdapter(), AdapterProfile.of("maps"));
    }

    @Override
    public AdapterProfile profile() {
        return profile;
    }

    @Override
    public Adapter adapter() {
        return maps;
    }

    @Override
    public void create(Source source) {
        synchronized (maps.tables) {
            maps.tables.create(source);
        }
    }

    @Override
    public OptionalLong requests() {
        return OptionalLong.of(maps.tables.requests());
    }

    @Override
    public void close() {
        maps.close();
    }
}
