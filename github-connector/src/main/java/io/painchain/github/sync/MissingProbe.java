package io.painchain.github.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.painchain.model.EventDraft;
import io.painchain.model.Outcome;

/** Asks the backend which things it lacks, by drafts that change nothing where it has them. */
final class MissingProbe {

    private static final Logger LOG = Logger.getLogger(MissingProbe.class);

    private final RepositorySurroundings with;

    MissingProbe(RepositorySurroundings with) {
        this.with = with;
    }

    /**
     * @param kind what they are, for the log
     * @return those of which something was not stored, or in another state, in their order
     */
    <T> List<T> missing(List<SweptItem<T>> items, RepositoryState state, String kind) {
        List<EventDraft> probes = new ArrayList<>();
        List<T> owners = new ArrayList<>();
        items.forEach(item -> item.probes().get().forEach(probe -> {
            probes.add(probe);
            owners.add(item.record());
        }));
        if (probes.isEmpty()) {
            return List.of();
        }
        with.goOn().run();
        List<Outcome> outcomes = with.publisher().probe(with.integrationId(),
                Lateness.mark(probes, state, with.clock().instant()));
        Set<T> missing = new HashSet<>();
        List<T> inOrder = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            boolean news = outcomes.get(i) == Outcome.created || outcomes.get(i) == Outcome.updated;
            if (news && missing.add(owners.get(i))) {
                inOrder.add(owners.get(i));
            }
        }
        if (!inOrder.isEmpty()) {
            LOG.infof("Integration %s: the sweep of %s found %d %s that were missing", with.integrationId(), state.project(),
                    inOrder.size(), kind);
        }
        return inOrder;
    }
}
