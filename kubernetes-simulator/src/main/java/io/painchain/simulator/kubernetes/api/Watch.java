package io.painchain.simulator.kubernetes.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.StreamedBody;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Form;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Change;
import io.painchain.simulator.kubernetes.store.ExpiredException;
import io.painchain.simulator.kubernetes.store.Store;

/** One open watch: a line for each change from a revision on, until its time is over or a fault ends it. */
final class Watch implements StreamedBody {

    private static final long MOMENT_MILLIS = 25;
    private static final byte[] NOTHING = new byte[0];

    private final Watches watches;
    private final Store store;
    private final Timeline timeline;
    private final WatchQuery query;
    private final Bookmarks bookmarks;
    private final Instant deadline;
    private byte[] begin;
    private volatile long revision;
    private boolean ended;
    private volatile WatchFault fault = WatchFault.NONE;

    /** {@code begin} is what it says before any change: the objects that there are, where the client names no revision. */
    Watch(Watches watches, WatchQuery query, byte[] begin, long revision) {
        this.watches = watches;
        this.store = watches.store();
        this.timeline = watches.timeline();
        this.query = query;
        this.begin = begin;
        this.revision = revision;
        this.deadline = timeline.now().plus(query.timeout());
        this.bookmarks = new Bookmarks(query.bookmarks(), timeline.now(), deadline);
    }

    WatchQuery query() {
        return query;
    }

    /** The revision up to which it told. */
    long told() {
        return revision;
    }

    void meet(WatchFault other) {
        fault = other;
    }

    @Override
    public byte[] next() throws IOException {
        timeline.play();
        if (begin.length > 0) {
            byte[] first = begin;
            begin = NOTHING;
            return first;
        }
        switch (fault) {
            case SILENCE -> {
                store.await(Long.MAX_VALUE, MOMENT_MILLIS);
                return NOTHING;
            }
            case CLOSE -> throw new IOException("Closed by a fault");
            case EXPIRE -> {
                fault = WatchFault.END;
                return expired("The resourceVersion for the provided watch is too old.");
            }
            case END -> {
                return null;
            }
            default -> {
                return regular();
            }
        }
    }

    @Override
    public void close() {
        watches.closed(this);
    }

    private byte[] regular() throws IOException {
        if (ended || !timeline.now().isBefore(deadline) || !query.known(store.types())) {
            return null;
        }
        try {
            Store.Changes news = store.since(query.type(), revision);
            revision = news.revision();
            byte[] lines = lines(news);
            if (lines.length > 0 && fault == WatchFault.OMIT) {
                fault = WatchFault.NONE;
                return NOTHING;
            }
            if (lines.length > 0) {
                return fault == WatchFault.CUT ? cut(lines) : lines;
            }
        } catch (ExpiredException e) {
            ended = true;
            return expired(e.getMessage());
        }
        if (bookmarks.due(timeline.now())) {
            return line("BOOKMARK", query.form().bookmark(query.type(), revision));
        }
        store.await(revision, MOMENT_MILLIS);
        return NOTHING;
    }

    private byte[] lines(Store.Changes news) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Change change : news.changes()) {
            String verb = query.verb(change);
            if (verb != null) {
                lines.writeBytes(line(verb, query.form().object(change.object())));
            }
        }
        return lines.toByteArray();
    }

    /** What comes after the half line is lost with the connection. */
    private byte[] cut(byte[] lines) {
        fault = WatchFault.CLOSE;
        return Arrays.copyOf(lines, lines.length - Math.min(lines.length, 40));
    }

    private static byte[] expired(String message) {
        return line("ERROR", ApiException.status(410, "Expired", message));
    }

    static byte[] line(String type, ObjectNode object) {
        return (Form.event(type, object) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** When bookmarks are due: each minute, and shortly before the end. */
    private static final class Bookmarks {

        private static final Duration EVERY = Duration.ofMinutes(1);

        private final boolean wanted;
        private final Instant last;
        private Instant next;

        Bookmarks(boolean wanted, Instant now, Instant deadline) {
            this.wanted = wanted;
            this.next = now.plus(EVERY);
            this.last = deadline.minusSeconds(2);
        }

        boolean due(Instant now) {
            if (!wanted || now.isBefore(next) && now.isBefore(last) || !now.isBefore(last) && next.equals(Instant.MAX)) {
                return false;
            }
            next = now.isBefore(last) ? now.plus(EVERY) : Instant.MAX;
            return true;
        }
    }
}
