package io.painchain.connector.crawl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.SweptInTurn.Lacking;
import io.painchain.connector.ledger.Lateness;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;

/** Asks the backend which things it lacks, by drafts that change nothing where they are stored. */
public final class MissingProbe {

    private static final Logger LOG = Logger.getLogger(MissingProbe.class);

    private final CrawlContext with;

    MissingProbe(CrawlContext with) {
        this.with = with;
    }

    /** @return items of which an event is not stored, or stored in another state */
    Set<SweptItem<?>> missing(List<? extends SweptItem<?>> items, RepositoryState state) {
        List<EventDraft> probes = new ArrayList<>();
        List<SweptItem<?>> owners = new ArrayList<>();
        items.forEach(item -> item.probes().get().forEach(probe -> {
            probes.add(probe);
            owners.add(item);
        }));
        if (probes.isEmpty()) {
            return Set.of();
        }
        with.goOn().run();
        List<Outcome> outcomes = with.publisher().probe(with.integrationId(),
                Lateness.mark(probes, state, with.clock().instant()));
        Set<SweptItem<?>> missing = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Outcome.created || outcomes.get(i) == Outcome.updated) {
                missing.add(owners.get(i));
            }
        }
        return missing;
    }

    Lacking lacking(RepositoryState state) {
        return new Lacking() {
            @Override
            public <T> List<T> of(List<SweptItem<T>> items, String name) {
                return records(items, missing(items, state), state, name);
            }
        };
    }

    /** @param missing may hold other lists' items; {@code kind} names the records in the log */
    <T> List<T> records(List<SweptItem<T>> items, Set<SweptItem<?>> missing, RepositoryState state, String kind) {
        List<T> records = items.stream().filter(missing::contains).map(SweptItem::record).distinct().toList();
        if (!records.isEmpty()) {
            LOG.infof("Integration %s: the sweep of %s found %d %s that were missing", with.integrationId(), state.project(),
                    records.size(), kind);
        }
        return records;
    }
}
