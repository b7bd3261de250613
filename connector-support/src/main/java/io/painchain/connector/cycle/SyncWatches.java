package io.painchain.connector.cycle;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

record SyncWatches(List<SyncWatch> all) {

    static final SyncWatches NONE = new SyncWatches(List.of());

    SyncWatches and(SyncWatch another) {
        return new SyncWatches(Stream.concat(all.stream(), Stream.of(another)).toList());
    }

    SyncWatches stillWaiting() {
        return new SyncWatches(all.stream().filter(watch -> !watch.over()).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Makes the awaited repositories due; where no request is allowed, the watches end at once. */
    void hurry(Collection<RepositoryTask> tasks, Instant now, String provider, String trouble) {
        if (all.isEmpty()) {
            return;
        }
        List<String> names = tasks.stream().map(RepositoryTask::name).toList();
        all.forEach(watch -> watch.begin(names));
        tasks.stream().filter(task -> all.stream().anyMatch(watch -> watch.awaits(task.name()))).forEach(RepositoryTask::hurry);
        String why = trouble == null ? provider + " asked to wait; it will be read afterwards" : trouble;
        tasks.stream().filter(task -> task.held(now)).forEach(task -> ended(task, null, why));
    }

    void started(RepositoryTask task) {
        all.forEach(watch -> watch.started(task.name()));
    }

    void ended(RepositoryTask task, RepositoryReport report, String interruption) {
        all.forEach(watch -> watch.ended(task.name(), report, interruption));
    }

    void failed(String sentence) {
        all.forEach(watch -> watch.failed(sentence));
    }
}
