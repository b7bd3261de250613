package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

public final class RepositoryTask {

    private final String name;
    private final SyncedRepository sync;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean underWay;
    private boolean hurried;
    private Instant since;
    private Instant lastReadAt;
    private Instant notBefore = Instant.MIN;
    private RepositoryReport report = RepositoryReport.PENDING;
    private RepositoryReport reported;

    public RepositoryTask(String name, SyncedRepository sync) {
        this.name = name;
        this.sync = sync;
    }

    String name() {
        return name;
    }

    public SyncedRepository sync() {
        return sync;
    }

    /** The next read covers everything, whatever the timetable says. */
    synchronized void hurry() {
        hurried = true;
    }

    synchronized boolean takeHurry() {
        boolean was = hurried;
        hurried = false;
        return was;
    }

    /** Whether reads are barred and none is under way that could show when that ends. */
    synchronized boolean held(Instant now) {
        return !underWay && now.isBefore(notBefore);
    }

    synchronized boolean tryStart(Instant now) {
        if (underWay || now.isBefore(notBefore)) {
            return false;
        }
        underWay = true;
        since = since == null ? now : since;
        lastReadAt = now;
        return true;
    }

    synchronized boolean everRead() {
        return lastReadAt != null;
    }

    SyncedRepository.Pending pending(Instant now) {
        return hurried() || !everRead() ? SyncedRepository.Pending.USUAL : sync.pending(now);
    }

    /** {@code null}: never. */
    synchronized Instant lastReadAt() {
        return lastReadAt;
    }

    /** Only for a repository that was read before. */
    synchronized Duration idle(Instant now) {
        Instant lastNews = sync.lastNews();
        return Duration.between(lastNews == null ? since : lastNews, now);
    }

    boolean active(Instant now) {
        return PollFrequency.active(sync.lastNews(), now);
    }

    synchronized boolean waitsSince(Instant moment) {
        return underWay && !report.equals(RepositoryReport.PENDING) && !lastReadAt.isAfter(moment);
    }

    synchronized boolean hurried() {
        return hurried;
    }

    synchronized boolean underWay() {
        return underWay;
    }

    public void ended(RepositoryReport newReport) {
        List<Runnable> next;
        synchronized (this) {
            report = newReport == null ? report : newReport;
            next = free();
        }
        next.forEach(Runnable::run);
    }

    /** Takes the repository's turn beside the cycles; where another has it, {@code later} runs as soon as it is free. */
    synchronized boolean tryTurn(Runnable later) {
        if (underWay) {
            waiting.add(later);
            return false;
        }
        underWay = true;
        return true;
    }

    void turnEnded() {
        List<Runnable> next;
        synchronized (this) {
            next = free();
        }
        next.forEach(Runnable::run);
    }

    private List<Runnable> free() {
        underWay = false;
        List<Runnable> next = List.copyOf(waiting);
        waiting.clear();
        return next;
    }

    /** @param moment {@code null}: as before */
    synchronized void waitUntil(Instant moment) {
        notBefore = moment == null ? notBefore : moment;
    }

    synchronized RepositoryReport report() {
        return report;
    }

    synchronized boolean changed() {
        return !report.equals(reported);
    }

    synchronized void reported(RepositoryReport sent) {
        reported = sent;
    }
}
