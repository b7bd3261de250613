package io.painchain.github.sync;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jboss.logging.Logger;

import io.painchain.github.github.GitHubException;
import io.painchain.model.EventDraft;
import io.painchain.model.Outcome;

/**
 * Goes over the last 30 days of a repository and repairs what polling missed: re-runs, things that appeared late, things that
 * were dropped. Days that look as they did when all of them was stored are passed over; of the others the backend is asked what
 * it has, by drafts that change nothing where it has it.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration REACH = Duration.ofDays(30);

    private final RepositorySurroundings with;
    private final List<SweptSource<?>> sources;
    private final Runnable gaveWay;

    /** @param gaveWay told when another connector was faster, so that everything is to be read again */
    Sweep(RepositorySurroundings with, List<SweptSource<?>> sources, Runnable gaveWay) {
        this.with = with;
        this.sources = sources;
        this.gaveWay = gaveWay;
    }

    /** @return how much was repaired */
    int run(RepositoryReader reader, RepositoryStanding standing) {
        int repaired = 0;
        for (SweptSource<?> source : sources) {
            try {
                repaired += sweep(source, reader, standing);
            } catch (GitHubException e) {
                if (!e.withheld()) {
                    throw e;
                }
            }
        }
        return repaired;
    }

    private <T> int sweep(SweptSource<T> source, RepositoryReader reader, RepositoryStanding standing) {
        RepositoryState state = standing.state();
        // Whole days, or the oldest would look like another each hour.
        Instant reach = with.clock().instant().minus(REACH).truncatedTo(ChronoUnit.DAYS);
        Instant from = state.coveredFrom(source.name()).isAfter(reach) ? state.coveredFrom(source.name()) : reach;
        Optional<List<SweptItem<T>>> read = source.read(reader, state, from);
        if (read.isEmpty() || reader.moved()) {
            return 0;
        }
        Map<Long, String> days = digests(read.get());
        Map<Long, String> known = state.sweep().days().getOrDefault(source.name(), Map.of());
        List<SweptItem<T>> doubtful = read.get().stream()
                .filter(item -> !days.get(dayOf(item)).equals(known.get(dayOf(item)))).toList();
        List<T> missing = missing(doubtful, state);
        List<EventDraft> drafts = missing.isEmpty() ? List.of()
                : source.drafts(reader, state, missing);
        if (!missing.isEmpty()) {
            LOG.infof("Integration %s: the sweep of %s found %d %s that were missing", with.integrationId(),
                    reader.scope().project(), missing.size(), source.name());
        }
        Map<String, Map<Long, String>> swept = new HashMap<>(state.sweep().days());
        swept.put(source.name(), days);
        RepositoryState after = source.after(state, missing).with(new SweepState(swept));
        if (!standing.store(new Crawl(drafts, List.of(), after, List.of()), List.of())) {
            gaveWay.run();
        }
        return missing.size();
    }

    /** Those of which something was not stored, or in another state. */
    private <T> List<T> missing(List<SweptItem<T>> items, RepositoryState state) {
        List<EventDraft> probes = new ArrayList<>();
        List<T> owners = new ArrayList<>();
        items.forEach(item -> item.probes().forEach(probe -> {
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
        return inOrder;
    }

    private static <T> Map<Long, String> digests(List<SweptItem<T>> items) {
        Map<Long, Long> sums = new TreeMap<>();
        for (SweptItem<T> item : items) {
            // A sum does not depend on the order, and few bytes tell most changes apart.
            sums.merge(dayOf(item), hash(item.digest()), Long::sum);
        }
        Map<Long, String> digests = new TreeMap<>();
        sums.forEach((day, sum) -> digests.put(day, Long.toString(sum, Character.MAX_RADIX)));
        return digests;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ one) * 0x100000001b3L;
        }
        return hash >>> 16;
    }

    private static long dayOf(SweptItem<?> item) {
        return Math.floorDiv(item.at().getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
