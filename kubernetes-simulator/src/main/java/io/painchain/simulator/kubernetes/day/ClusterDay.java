package io.painchain.simulator.kubernetes.day;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.kubernetes.story.Workload;

/**
 * A day in a cluster: rollouts good and bad, restarts, scaling, crash loops, settings, releases, syncs, Jobs and nodes. The
 * same seed gives the same day. Nothing happens to one workload within three quarters of an hour of something else, so that
 * each change
 * is an event of its own.
 */
public final class ClusterDay {

    private static final Duration WHOLE_DAY = Duration.ofHours(24);
    private static final Duration APART = Duration.ofMinutes(45);
    private static final Duration QUIET_END = Duration.ofMinutes(50);

    private final DaySettings settings;
    private final Stories stories;
    private final Timeline timeline;
    private final Random random;
    private final Truth truth;
    private final Instant start;

    private ClusterDay(Stories stories, DaySettings settings, Instant start) {
        this.settings = settings;
        this.stories = stories;
        this.start = start;
        timeline = stories.cluster().timeline();
        random = new Random(settings.seed());
        truth = new Truth(settings.cluster());
    }

    /** Fills the cluster now, and plans what happens from {@code start} on, by when all runs. */
    public static ClusterDay in(Stories stories, DaySettings settings, Instant start) {
        ClusterDay day = new ClusterDay(stories, settings, start.truncatedTo(ChronoUnit.SECONDS));
        day.timeline.perform(() -> {
            day.fill();
            return day;
        });
        return day;
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return start.plus(settings.length());
    }

    /** What happened by now. */
    public List<TrueEvent> truth() {
        return timeline.perform(truth::events);
    }

    private void fill() {
        for (int i = 0; i < 6; i++) {
            stories.nodes().join("node-" + i, "v1.33.4", "default");
        }
        new NodeLife(stories, truth).plan(random, this::every);
        for (int i = 0; i < settings.namespaces(); i++) {
            stories.namespace("team-" + i);
            new NamespaceLife(stories, truth, "team-" + i).plan(random, this::every);
        }
        for (int i = 0; i < settings.workloads(); i++) {
            String kind = i % 25 == 7 ? "StatefulSet" : i % 50 == 9 ? "DaemonSet" : "Deployment";
            Workload workload = new Workload(kind, "team-" + i % settings.namespaces(), "app-" + i);
            WorkloadLife life = new WorkloadLife(stories, truth, workload, new Random(settings.seed() * 1_000 + i));
            life.begin();
            every(Duration.ofHours(16), life::act);
        }
    }

    /** Does something again and again, not within the last hour of the day; in a shorter day it comes more often. */
    private void every(Duration mean, Runnable action) {
        Duration scaled = Duration.ofSeconds(mean.toSeconds() * settings.length().toSeconds() / WHOLE_DAY.toSeconds());
        plan(start.plus(part(scaled)), scaled, action);
    }

    private void plan(Instant at, Duration mean, Runnable action) {
        if (at.isAfter(end().minus(QUIET_END))) {
            return;
        }
        timeline.at(at, () -> {
            action.run();
            plan(timeline.now().plus(APART).plus(part(mean)), mean, action);
        });
    }

    private Duration part(Duration mean) {
        return Duration.ofSeconds(1 + (long) (random.nextDouble() * 2 * mean.toSeconds()));
    }
}
