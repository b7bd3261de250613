package io.painchain.backend.timeline.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.painchain.backend.timeline.stream.ChangeRepository.Changes;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** One reader's changes, read only after a signal and once the last page is taken: a slow reader costs little memory. */
final class EventStream {

    static final int PAGE = 50;

    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    record Item(EventChange change) {

        /** Keep-alive. */
        static final Item BEAT = new Item(null);
        /** End of the stream. */
        static final Item END = new Item(null);
    }

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

    EventStream(StreamPosition position, Function<StreamPosition, Changes> reader, Later later) {
        this.position = position;
        this.reader = reader;
        this.later = later;
    }

    /** Call again only after the item has arrived. */
    Uni<Item> next() {
        return Uni.createFrom().<Item> emitter(this::take);
    }

    private void take(UniEmitter<? super Item> emitter) {
        synchronized (this) {
            waiting = emitter;
        }
        serve();
    }

    synchronized void touch() {
        touched = true;
        dirty = true;
        lookIfNeeded();
    }

    /** A keep-alive for an idle reader, and a look in case a notification was lost. */
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

    /** An announced change may still be above an open transaction: then it looks again. */
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
