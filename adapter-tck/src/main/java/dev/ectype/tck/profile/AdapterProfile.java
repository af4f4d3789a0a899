package dev.ectype.tck.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an adapter claims: everything, but for what it is said to be {@linkplain #without without}. What is claimed must
 * work; what is not must be refused, with the text given here as a part of the reason. Immutable.
 */
public final class AdapterProfile {

    private record Limit(Predicate<Object> nodes, String refusal) {}

    private final String store;
    private final Map<Capability, String> missing;
    private final List<Limit> limits;

    private AdapterProfile(String store, Map<Capability, String> missing, List<Limit> limits) {
        this.store = store;
        this.missing = missing;
        this.limits = limits;
    }

    /** Returns the profile that claims everything for the store of that name. */
    public static AdapterProfile of(String store) {
        return new AdapterProfile(store, Map.of(), List.of());
    }

    /** Returns the same without a capability and those that need it; {@code refusal} is what the adapter says then. */
    public AdapterProfile without(Capability capability, String refusal) {
        Map<Capability, String> more = new EnumMap<>(Capability.class);
        more.putAll(missing);
        capability.dependents().forEach(dependent -> more.putIfAbsent(dependent, refusal));
        more.put(capability, refusal);
        return new AdapterProfile(store, more, limits);
    }

    /**
     * Returns the same without some forms of what is otherwise claimed, such as a pattern with a leading wildcard.
     *
     * @param kind the node: a predicate, an operand, an order or a window
     * @param form which of them
     * @param refusal what the adapter says then
     */
    public <T> AdapterProfile withoutForm(Class<T> kind, Predicate<? super T> form, String refusal) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(node -> kind.isInstance(node) && form.test(kind.cast(node)), refusal));
        return new AdapterProfile(store, missing, List.copyOf(more));
    }

    /** Returns the store's name. */
    public String store() {
        return store;
    }

    /** Tells whether the adapter claims the capability. */
    public boolean claims(Capability capability) {
        return !missing.containsKey(capability);
    }

    /** Tells whether the adapter claims all of them. */
    public boolean claimsAll(Collection<Capability> capabilities) {
        return capabilities.stream().allMatch(this::claims);
    }

    /** Returns what the adapter says when asked for a capability; empty if it claims it. */
    public Optional<String> refusal(Capability capability) {
        return Optional.ofNullable(missing.get(capability));
    }

    /** Returns what the adapter may say to a part of a query: one text for each thing in it that is not claimed. */
    public List<String> refusals(Needs needs) {
        List<String> texts = new ArrayList<>();
        needs.capabilities().forEach(capability -> refusal(capability).ifPresent(texts::add));
        for (Limit limit : limits) {
            if (needs.nodes().stream().anyMatch(limit.nodes())) {
                texts.add(limit.refusal());
            }
        }
        return texts;
    }

    /** Returns what the adapter says to forms of what it otherwise claims, each text once. */
    public List<String> refusalsOfForms() {
        return limits.stream().map(Limit::refusal).distinct().toList();
    }

    @Override
    public String toString() {
        return store + (missing.isEmpty() ? "" : " without " + missing.keySet());
    }
}
