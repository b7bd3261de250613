package io.painchain.github.change.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.github.api.record.Deployment;
import io.painchain.github.change.deployment.DeploymentsState.Live;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** What runs where, so that each deployment that gets done is compared once with the one that it replaces. */
final class LiveVersions {

    /** Of the environments in which something was done last. */
    private static final int KEPT = 50;
    private static final String DONE = "success";

    private final RepositoryReader reader;
    private final Set<Long> transients;
    private final boolean compares;
    private final Map<String, Live> live;

    /** @param compares a first sync reads nothing of what was shipped */
    LiveVersions(RepositoryReader reader, List<Deployment> shown, Map<String, Live> live, boolean compares) {
        this.reader = reader;
        this.transients = shown.stream().filter(one -> Boolean.TRUE.equals(one.transientEnvironment())).map(Deployment::id)
                .collect(Collectors.toSet());
        this.live = new HashMap<>(live);
        this.compares = compares;
    }

    /** The drafts in their order; those of what got done say what it shipped. */
    List<EventDraft> completed(List<EventDraft> drafts) {
        List<EventDraft> completed = new ArrayList<>(drafts);
        drafts.stream().filter(LiveVersions::isDone).filter(draft -> !transients.contains(idOf(draft)))
                .sorted(Comparator.comparing(EventDraft::timestamp).thenComparing(LiveVersions::idOf))
                .forEach(draft -> completed.set(drafts.indexOf(draft), done(draft)));
        return completed;
    }

    Map<String, Live> toKeep() {
        return live.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Live::at).reversed())).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was done before the present one, or told of it already, is compared no more. */
    private EventDraft done(EventDraft draft) {
        String environment = (String) draft.data().get("environment");
        Live now = new Live((String) draft.data().get("head_sha"), idOf(draft), draft.timestamp().getEpochSecond());
        Live before = live.get(environment);
        if (before != null && (before.at() > now.at() || before.deployment() == now.deployment())) {
            return draft;
        }
        live.put(environment, now);
        return before == null || !compares ? draft : ShippedCommits.compared(reader, draft, before.sha());
    }

    private static boolean isDone(EventDraft draft) {
        return "deployment_status".equals(draft.type()) && DONE.equals(draft.status())
                && draft.data().get("environment") != null && draft.data().get("head_sha") != null;
    }

    private static long idOf(EventDraft draft) {
        return ((Number) draft.data().get("deployment_id")).longValue();
    }
}
