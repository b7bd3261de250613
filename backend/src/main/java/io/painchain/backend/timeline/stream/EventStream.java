package io.painchain.backend.timeline.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.painchain.backend.timeline.stream.ChangeRepository.Changes;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * One reader's changes, handed out one by one as they are taken. It looks for them only when there may be some and the reader
 * has taken what was there before: a slow reader costs a place in memory and no more.
 */
final class EventStream {

    /** How many changes are read at once. */
    static final int PAGE = 50;

    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    /** What comes next. */
    record Item(EventChange change) {

        /** Nothing: a sign of life. */
        static final Item BEAT = new Item(null);
        /** Nothing ever again. */
        static final Item END = new Item(null);
    }

    /** Runs something later, in nanoseconds. */
    @FunctionalInterface
    interface Later {
        void run(Runnable work, long delay);
    }

    private final Function<StreamPosition, Changes> reader;
    private final Later later;
    private final Queue<EventChange> page = new ArrayDeque<>();
    private StreamPosition position;
    private UniEmitter<? super Item> waiting;
    private boolean touched = true;
    private boolean dirty = true;
    private boolean looking;
    private boolean ended;
    private long target;
    private long notBefore = System.nanoTime();

    /** @param reader of {@link #PAGE} changes after a position */
    EventStream(StreamPosition position, Function<StreamPosition, Changes> reader, Later later) {
        this.position = position;
        this.reader = reader;
        this.later = later;
    }

    /** To be asked for again only when it is there. */
    Uni<Item> next() {
        return Uni.createFrom().<Item> emitter(this::take);
    }

    private void take(UniEmitter<? super Item> emitter) {
        synchronized (this) {
            waiting = emitter;
        }
        serve();
    }

    /** There may be something new. */
    synchronized void touch() {
        touched = true;
        dirty = true;
        lookIfNeeded();
    }

    /** A sign of life to a reader that waits; and a look, should a notification have been lost. */
    void beat() {
        touch();
        complete(Item.BEAT);
    }

    void end() {
        synchronized (this) {
            ended = true;
        }
        complete(Item.END);
    }

    private void complete(Item item) {
        UniEmitter<? super Item> emitter;
        synchronized (this) {
            emitter = waiting;
            waiting = null;
        }
        if (emitter != null) {
            emitter.complete(item);
        }
    }

    private void lookIfNeeded() {
        if (dirty && !looking && !ended && waiting != null) {
            looking = true;
            later.run(this::look, Math.max(0, notBefore - System.nanoTime()));
        }
    }

    private void look() {
        StreamPosition from;
        boolean wasTouched;
        synchronized (this) {
            from = position;
            wasTouched = touched;
            touched = false;
            dirty = false;
        }
        try {
            found(reader.apply(from), wasTouched);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Changes cannot be read at the moment");
            failed();
        }
        serve();
    }

    /** What was announced may still be above a transaction under way: then it is looked for again. */
    private synchronized void found(Changes changes, boolean wasTouched) {
        var transactions = changes.transactions();
        if (wasTouched) {
            target = transactions.next();
        }
        page.addAll(changes.found());
        boolean isMore = changes.found().size() == PAGE;
        position = isMore ? changes.found().get(PAGE - 1).position() : StreamPosition.before(transactions.settled());
        dirty |= isMore || Long.compareUnsigned(transactions.settled(), target) < 0;
        notBefore = System.nanoTime() + (isMore ? 0 : PAUSE.toNanos());
        looking = false;
    }

    private synchronized void failed() {
        touched = true;
        dirty = true;
        notBefore = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
        looking = false;
    }

    private void serve() {
        UniEmitter<? super Item> emitter;
        Item item;
        synchronized (this) {
            if (waiting == null || !ended && page.isEmpty()) {
                lookIfNeeded();
                return;
            }
            item = ended ? Item.END : new Item(page.poll());
            emitter = waiting;
            waiting = null;
        }
        emitter.complete(item);
    }
}
