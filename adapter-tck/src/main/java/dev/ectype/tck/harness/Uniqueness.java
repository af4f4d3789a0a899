package dev.ectype.tck.harness;

import dev.ectype.spi.Source;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;

/** Leaves unique indexes out of sources where an adapter says that it refuses them; one that says nothing is given them. */
final class Uniqueness {
    private Uniqueness() {}

    static Source kept(Source source, AdapterProfile profile) {
        return new Source(
                source.name(),
                source.prefix(),
                source.layout(),
                source.key(),
                source.indexes().stream()
                        .filter(index -> !isRefused(index, profile))
                        .toList(),
                source.hints());
    }

    private static boolean isRefused(Source.Index index, AdapterProfile profile) {
        Capability needed = index.fields().size() > 1 ? Capability.COMPOUND_UNIQUE : Capability.UNIQUE_INDEXES;
        return index.unique()
                && profile.refusal(needed).filter(text -> !text.isBlank()).isPresent();
    }
}
