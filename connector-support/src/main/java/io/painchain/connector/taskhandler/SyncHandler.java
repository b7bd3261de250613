package io.painchain.connector.taskhandler;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

import io.painchain.connector.cycle.SyncWatch;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskAbandonedException;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.model.event.Outcome;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskProgress;

/** Leaves the reading to the integration's own poller, so that nothing is read twice at a time. */
public final class SyncHandler implements TaskHandler {

    private static final Duration A_LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer lists are reported less often. */
    private static final int SHORT_LIST = 500;
    private static final int LONG_LIST_EVERY = 10;

    private final BiPredicate<String, SyncWatch> hurry;
    private final Function<String, Map<Outcome, Long>> tally;

    /** {@code hurry} returns false where the integration is not polled here; {@code tally} counts since the start. */
    public SyncHandler(BiPredicate<String, SyncWatch> hurry, Function<String, Map<Outcome, Long>> tally) {
        this.hurry = hurry;
        this.tally = tally;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        Map<Outcome, Long> before = tally.apply(task.integrationId());
        SyncWatch watch = new SyncWatch();
        try {
            begin(task, progress, watch);
            for (int looks = 0; !watch.await(A_LOOK); looks++) {
                if (watch.total() < SHORT_LIST || looks % LONG_LIST_EVERY == 0) {
                    progress.tell(watch.done(), watch.total(), "Reading " + watch.total() + " repositories",
                            detail(task, watch, before));
                }
                progress.goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskAbandonedException("the connector is stopping");
        }
        progress.tellNow(watch.done(), watch.total(), "Read " + watch.total() + " repositories", detail(task, watch, before));
        if (watch.failure() != null) {
            throw new TaskFailedException(null, watch.failure());
        }
        return null;
    }

    /** A new or moved integration is polled only after the next heartbeat. */
    private void begin(Task task, Progress progress, SyncWatch watch) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hurry.test(task.integrationId(), watch)) {
            if (System.nanoTime() > end) {
                throw new TaskFailedException(null, "The integration is not polled here; is it enabled, and its configuration"
                        + " without an error?");
            }
            progress.goOn();
            watch.await(A_LOOK);
        }
    }

    private TaskProgress.Detail detail(Task task, SyncWatch watch, Map<Outcome, Long> before) {
        Map<Outcome, Long> now = new EnumMap<>(Outcome.class);
        now.putAll(tally.apply(task.integrationId()));
        Map<String, Long> counts = new TreeMap<>();
        now.forEach((outcome, count) -> counts.put(outcome.name(), count - before.getOrDefault(outcome, 0L)));
        return new TaskProgress.Detail(counts, watch.repositories(), null);
    }
}
