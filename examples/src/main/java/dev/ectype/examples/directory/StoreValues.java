package dev.ectype.examples.directory;

import dev.ectype.examples.directory.stores.Stores;
import java.util.Arrays;
import java.util.Iterator;

/** What {@code --help} says can stand behind {@code --store}. */
final class StoreValues implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(Stores.values().split(", ")).iterator();
    }
}
