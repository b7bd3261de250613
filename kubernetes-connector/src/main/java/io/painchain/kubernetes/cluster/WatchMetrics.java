package io.painchain.kubernetes.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What watches bring; no series per object, namespace or cluster. */
public final class WatchMetrics {

    private final Counter changes;
    private final Counter drafts;
    private final Counter listed;
    private final Counter losses;
    private final Counter untold;
    private final Counter unreadable;

    public WatchMetrics(MeterRegistry registry) {
        changes = counter(registry, "kubernetes_watch_changes", "Changes of objects that watches told");
        drafts = counter(registry, "kubernetes_drafts", "Events that came of them");
        listed = counter(registry, "kubernetes_listed_objects", "Objects that were listed");
        losses = counter(registry, "kubernetes_watch_losses", "Watches whose past the server had forgotten");
        untold = counter(registry, "kubernetes_watch_untold_changes", "Changes that no watch told and a list showed");
        unreadable = counter(registry, "kubernetes_unreadable_objects", "Objects that could not be read");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void changed() {
        changes.increment();
    }

    void drafted() {
        drafts.increment();
    }

    void listed() {
        listed.increment();
    }

    void lost() {
        losses.increment();
    }

    void untold() {
        untold.increment();
    }

    void unreadable() {
        unreadable.increment();
    }
}
