package io.painchain.backend.event.index;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.index.IndexRepository.State;
import io.painchain.backend.problem.ProblemType;

/** What was committed before a search is found by it: whoever searches indexes what is left over. */
@Singleton
public class EventIndex {

    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final IndexRepository repository;
    private final RepeatedTransaction transaction;

    EventIndex(IndexRepository repository, RepeatedTransaction transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    /**
     * @return whether all events are found by the index; else those of before it are found by {@code event.search}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem unavailable, where too much is left over
     */
    public boolean catchUp(String tenantId) {
        var state = repository.state(tenantId);
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean behind = repository.isBehind(tenantId, state.position());
        while (behind) {
            if (System.nanoTime() > end) {
                throw ProblemType.UNAVAILABLE.builder("What was stored last is not indexed yet; try again.")
                        .withHeader("Retry-After", "5").build();
            }
            behind = transaction.call(() -> {
                repository.lock(tenantId);
                return indexSome(tenantId).isCut();
            });
        }
        return state.whole();
    }

    /** @param isCut whether there may be more */
    record Portion(int events, boolean isCut) {
    }

    /** Nothing where somebody else is at it. */
    Portion indexSomeIfFree(String tenantId) {
        return transaction.call(() -> repository.tryLock(tenantId) ? indexSome(tenantId) : new Portion(0, false));
    }

    void settle() {
        transaction.call(() -> {
            repository.settle();
            return true;
        });
    }

    /** The position is read in a statement of its own before the events are, so that it can be behind only. */
    private Portion indexSome(String tenantId) {
        var state = repository.state(tenantId);
        var events = repository.unindexed(tenantId, state.position());
        if (!events.isEmpty()) {
            repository.write(tenantId, events.stream().map(EventDocument::of).toList());
        }
        boolean isCut = UnindexedEvent.isCut(events);
        var last = isCut ? after(events.get(events.size() - 1), state) : IndexPosition.before(state.settled());
        if (state.position().isBefore(last)) {
            repository.move(tenantId, last);
        }
        return new Portion(events.size(), isCut);
    }

    private static IndexPosition after(UnindexedEvent event, State state) {
        return Long.compareUnsigned(event.changed(), state.settled()) < 0 ? new IndexPosition(event.changed(), event.id())
                : IndexPosition.before(state.settled());
    }
}
