package io.painchain.gitlab.change.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.mapping.PipelineMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Asks for unfinished pipelines that no list shows anew: deleted ones leave without a word, and some never end. */
final class SilentPipelines {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** What did not change for so long never ends. */
    private static final Duration FORGOTTEN = Duration.ofDays(40);
    private static final int AT_ONCE = 3;

    private final Map<Long, Instant> askedAt = new HashMap<>();
    private final Set<Long> shownAsStale = new HashSet<>();

    /**
     * @param read what is to be drafted; {@code goOn}: what is to be known; {@code over}: what need not be followed any more
     */
    record Found(List<Pipeline> read, List<Pipeline> goOn, List<EventDraft> deleted, Set<Long> over) {

        boolean isNothing() {
            return read.isEmpty() && goOn.isEmpty() && over.isEmpty();
        }
    }

    Found look(ProjectReader reader, PipelinesState slice, List<Pipeline> shown) {
        Map<Long, Long> silent = new HashMap<>(slice.goingOn());
        shown.forEach(pipeline -> silent.remove(pipeline.id()));
        Set<Long> followed = new HashSet<>(silent.keySet());
        shown.forEach(pipeline -> followed.add(pipeline.id()));
        List.of(askedAt.keySet(), shownAsStale).forEach(ids -> ids.retainAll(followed));
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        Instant now = reader.now();
        silent.forEach((id, changed) -> {
            if (age(changed, now).compareTo(FORGOTTEN) > 0) {
                found.over().add(id);
            }
        });
        silent.keySet().removeAll(found.over());
        due(silent, now).forEach(id -> ask(reader, slice, id, found));
        return found;
    }

    private List<Long> due(Map<Long, Long> silent, Instant now) {
        List<Long> due = silent.keySet().stream().filter(id -> isDue(id, age(silent.get(id), now), now))
                .sorted(Comparator.comparing((Long id) -> askedAt.getOrDefault(id, Instant.MIN)).thenComparing(id -> id))
                .limit(AT_ONCE).toList();
        due.forEach(id -> askedAt.put(id, now));
        return due;
    }

    private boolean isDue(Long id, Duration age, Instant now) {
        Duration half = age.dividedBy(2);
        Duration distance = half.compareTo(SHORTEST) < 0 ? SHORTEST : half.compareTo(LONGEST) > 0 ? LONGEST : half;
        Instant asked = askedAt.get(id);
        return age.compareTo(SHORTEST) >= 0 && (asked == null || !now.isBefore(asked.plus(distance)));
    }

    private void ask(ProjectReader reader, PipelinesState slice, Long id, Found found) {
        try {
            Pipeline pipeline = reader.read("/pipelines/" + id, Pipeline.class);
            if (!slice.records().containsKey(id)) {
                found.goOn().add(pipeline);
            }
            boolean stale = pipeline.updatedAt().isBefore(reader.now().minus(PipelineMapper.SILENCE));
            if (pipeline.ended() || stale && shownAsStale.add(id)) {
                found.read().add(pipeline);
            }
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            if (e.is(Kind.NOT_FOUND) || e.is(Kind.GONE)) {
                found.over().add(id);
                Unfinished last = slice.records().get(id);
                if (last != null) {
                    Pipeline deleted = last.deleted(id, Instant.ofEpochSecond(slice.goingOn().get(id)));
                    found.deleted().add(PipelineMapper.deleted(reader.scope(), deleted, reader.now()));
                }
            }
        }
    }

    private static Duration age(long changed, Instant now) {
        return Duration.between(Instant.ofEpochSecond(changed), now);
    }
}
