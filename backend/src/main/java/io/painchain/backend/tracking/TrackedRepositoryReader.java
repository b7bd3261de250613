package io.painchain.backend.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.tracking.StandingRepository.Standing;

/** The configuration says what is followed; where it names nothing, what its connector chose. */
@Singleton
class TrackedRepositoryReader {

    private final IntegrationAccess integrations;
    private final RepositoryNames names;
    private final StandingRepository standings;

    TrackedRepositoryReader(IntegrationAccess integrations, RepositoryNames names, StandingRepository standings) {
        this.integrations = integrations;
        this.names = names;
        this.standings = standings;
    }

    @Transactional
    List<TrackedRepositoryView> list(IntegrationReference integration) {
        var view = integrations.masked(integration);
        var hooks = standings.hooks(integration);
        var known = new TreeMap<String, Standing>(String.CASE_INSENSITIVE_ORDER);
        standings.standings(integration).forEach(one -> known.merge(one.name(), one, TrackedRepositoryReader::current));
        Set<String> watched = names.watched(view).stream()
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        var found = new ArrayList<TrackedRepositoryView>();
        known.forEach((name, standing) -> found.add(
                TrackedRepositoryMapper.toView(standing, watched.contains(name), view.lastSync(), hooks)));
        watched.stream().filter(name -> !known.containsKey(name))
                .forEach(name -> found.add(TrackedRepositoryMapper.unread(name, hooks)));
        found.sort(Comparator.comparing(TrackedRepositoryView::active).reversed()
                .thenComparing(TrackedRepositoryView::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    /** Names may differ in case only. */
    private static Standing current(Standing one, Standing other) {
        return one.removedAt() == null ? one : other;
    }
}
