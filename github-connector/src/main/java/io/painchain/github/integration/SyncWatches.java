package io.painchain.github.integration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.SyncWatch;

/** Those who wait for an integration to be read now. */
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

    /**
     * Has what they await read whatever its timetable says; where nothing may be asked for now they are told at once.
     *
     * @param trouble what stands in the way of all repositories, {@code null}: nothing
     */
    void hurry(Collection<RepositoryTask> tasks, Instant now, String trouble) {
        if (all.isEmpty()) {
            return;
        }
        List<String> names = tasks.stream().map(SyncWatches::name).toList();
        all.forEach(watch -> watch.begin(names));
        tasks.stream().filter(task -> all.stream().anyMatch(watch -> watch.awaits(name(task)))).forEach(RepositoryTask::hurry);
        String why = trouble == null ? "GitHub asked to wait; it will be read afterwards" : trouble;
        tasks.stream().filter(task -> task.held(now)).forEach(task -> ended(task, null, why));
    }

    void started(RepositoryTask task) {
        all.forEach(watch -> watch.started(name(task)));
    }

    /** @param interruption why the repository was not read to its end; {@code null} where it was */
    void ended(RepositoryTask task, RepositoryReport report, String interruption) {
        all.forEach(watch -> watch.ended(name(task), report, interruption));
    }

    /** None of it can be read. */
    void failed(String sentence) {
        all.forEach(watch -> watch.failed(sentence));
    }

    private static String name(RepositoryTask task) {
        return task.name().toString();
    }
}
