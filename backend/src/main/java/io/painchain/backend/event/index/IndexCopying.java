package io.painchain.backend.event.index;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.DatabaseFailure;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.index.IndexCopyRepository.Copying;

/**
 * Brings events that were stored before there was an index into it, bit by bit, and goes on where it was ended. Until all of a
 * tenant's are copied they are found by their own columns; then the indexes of those go.
 */
@Singleton
class IndexCopying {

    private static final Logger LOG = Logger.getLogger(IndexCopying.class);
    private static final int EVENTS_BETWEEN_LOGS = 20_000;

    private final IndexCopyRepository copies;
    private final IndexRepository index;
    private final RepeatedTransaction transaction;
    private boolean finished;

    IndexCopying(IndexCopyRepository copies, IndexRepository index, RepeatedTransaction transaction) {
        this.copies = copies;
        this.index = index;
        this.transaction = transaction;
    }

    /** @return how many events were copied */
    int copySome() {
        if (finished) {
            return 0;
        }
        var unfinished = copies.unfinished();
        if (unfinished.isEmpty()) {
            dropEarlierIndexes();
            return 0;
        }
        return unfinished.stream().mapToInt(copying -> transaction.call(() -> copySome(copying.tenantId()))).sum();
    }

    private int copySome(String tenantId) {
        return index.tryLock(tenantId) ? copies.unfinished(tenantId).map(this::copySome).orElse(0) : 0;
    }

    private int copySome(Copying copying) {
        var events = copies.uncopied(copying);
        if (!events.isEmpty()) {
            index.write(copying.tenantId(), events.stream().map(EventDocument::of).toList());
        }
        if (UnindexedEvent.isCut(events)) {
            copies.move(copying, events.get(events.size() - 1).id(), events.size());
            log(copying, copying.copied() + events.size());
        } else {
            copies.finish(copying.tenantId());
            LOG.infof("All events of tenant %s are in the search index now", copying.tenantId());
        }
        return events.size();
    }

    private static void log(Copying copying, long copied) {
        if (copied / EVENTS_BETWEEN_LOGS > copying.copied() / EVENTS_BETWEEN_LOGS) {
            LOG.infof("%d of %d events of tenant %s are in the search index", copied, copying.all(), copying.tenantId());
        }
    }

    private void dropEarlierIndexes() {
        try {
            if (copies.areEarlierIndexesThere()) {
                transaction.callAsOwner(() -> {
                    copies.dropEarlierIndexes();
                    return List.of();
                });
                LOG.info("The earlier search indexes were dropped");
            }
            finished = true;
        } catch (DatabaseFailure e) {
            LOG.debugf("The earlier search indexes are in use: %s", e.getMessage());
        }
    }
}
