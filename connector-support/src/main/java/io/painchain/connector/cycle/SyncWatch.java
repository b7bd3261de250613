package io.painchain.connector.cycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.task.TaskProgress;

public final class SyncWatch {

    private final Map<String, TaskProgress.Repository> repositories = new LinkedHashMap<>();
    private boolean begun;
    private long awaited;
    private String failure;

    public synchronized void begin(Collection<String> names) {
        if (begun) {
            return;
        }
        begun = true;
        awaited = names.size();
        names.forEach(name -> repositories.put(name, new TaskProgress.Repository(name, "queued", 0, null)));
        notifyAll();
    }

    public synchronized boolean awaits(String name) {
        TaskProgress.Repository known = repositories.get(name);
        return known != null && !over(known);
    }

    public synchronized void started(String name) {
        repositories.computeIfPresent(name, (same, known) -> new TaskProgress.Repository(name, "running", 0, null));
    }

    /** @param interruption why the repository was not read to its end; {@code null} where it was */
    public synchronized void ended(String name, RepositoryReport report, String interruption) {
        TaskProgress.Repository known = repositories.get(name);
        if (known == null || over(known)) {
            return;
        }
        boolean failed = interruption != null || report == null || report.status() == IntegrationStatus.error;
        String error = interruption != null ? interruption : report == null ? "It was interrupted" : report.error();
        repositories.put(name, new TaskProgress.Repository(name, failed ? "failed" : "done", 100, error));
        awaited--;
        notifyAll();
    }

    public synchronized void failed(String sentence) {
        failure = sentence;
        begun = true;
        awaited = 0;
        notifyAll();
    }

    public synchronized boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); !over() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return over();
    }

    public synchronized boolean over() {
        return begun && awaited == 0;
    }

    public synchronized List<TaskProgress.Repository> repositories() {
        return new ArrayList<>(repositories.values());
    }

    public synchronized long total() {
        return repositories.size();
    }

    public synchronized long done() {
        return repositories.size() - awaited;
    }

    /** {@code null} where something could be read. */
    public synchronized String failure() {
        if (failure != null || repositories.isEmpty()) {
            return failure;
        }
        return repositories.values().stream().allMatch(one -> one.state().equals("failed"))
                ? repositories.values().iterator().next().error()
                : null;
    }

    private static boolean over(TaskProgress.Repository one) {
        return one.state().equals("done") || one.state().equals("failed");
    }
}
