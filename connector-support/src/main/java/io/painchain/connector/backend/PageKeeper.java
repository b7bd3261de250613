package io.painchain.connector.backend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.DeflaterOutputStream;

import org.jboss.logging.Logger;

import io.painchain.model.integration.PolledPage;

/** Hands a provider's answers to the backend, behind the reading; what finds no room is dropped, since reading goes on. */
public final class PageKeeper {

    private static final Logger LOG = Logger.getLogger(PageKeeper.class);
    private static final long ROOM = 32L * 1024 * 1024;

    /** @param body as it came */
    private record Page(String integrationId, URI url, Instant readAt, byte[] body) {
    }

    private final BackendClient backend;
    private final Executor behind;
    private final Queue<Page> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean runs;
    private long dropped;

    /** @param behind runs one task at a time; {@code null}: nothing is kept */
    public PageKeeper(BackendClient backend, Executor behind) {
        this.backend = backend;
        this.behind = behind;
    }

    public static PageKeeper none() {
        return new PageKeeper(null, null);
    }

    public boolean keeps() {
        return behind != null;
    }

    public void keep(String integrationId, URI url, Instant readAt, byte[] body) {
        if (!keeps() || body.length == 0) {
            return;
        }
        synchronized (this) {
            if (bytes + body.length > ROOM) {
                dropped++;
                return;
            }
            bytes += body.length;
            waiting.add(new Page(integrationId, url, readAt, body));
            if (runs) {
                return;
            }
            runs = true;
        }
        try {
            behind.execute(this::handOver);
        } catch (RejectedExecutionException e) {
            LOG.debug("The connector is stopping", e);
        }
    }

    private void handOver() {
        for (Page page = next(); page != null; page = next()) {
            try {
                backend.keep(page.integrationId(), new PolledPage(page.url().toString(), page.readAt(), page.body().length,
                        Base64.getEncoder().encodeToString(packed(page.body()))));
            } catch (BackendException e) {
                LOG.debugf("An answer of %s is not kept: %s", page.url(), e.getMessage());
            }
        }
    }

    private synchronized Page next() {
        Page page = waiting.poll();
        runs = page != null;
        bytes -= page == null ? 0 : page.body().length;
        if (dropped > 0 && page == null) {
            LOG.warnf("%d answers were not kept: the backend took them too slowly", dropped);
            dropped = 0;
        }
        return page;
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (DeflaterOutputStream output = new DeflaterOutputStream(packed)) {
            output.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
