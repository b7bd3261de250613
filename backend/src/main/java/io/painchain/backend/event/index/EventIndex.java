package io.painchain.backend.event.index;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.index.IndexRepository.State;
import io.painchain.backend.problem.ProblemType;

/** What was committed before a search is found by it: whoever searches indexes what is left over. */
@Singleton
public class EventIndex {

    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    private static final long MANY = 200_000;

    private final IndexRepository repository;
    private final RepeatedTransaction transaction;
    /** Events whose entries may still be pending, which each search goes through; one may be left from before. */
    private final AtomicInteger pending = new AtomicInteger(1);

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
        if (state.mayBeBehind() && repository.isBehind(tenantId, state.position())) {
            indexRest(tenantId);
        }
        return state.whole();
    }

    private void indexRest(String tenantId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean behind = true;
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
    }

    /** Whether all that is indexed of a tenant is found by its hour. */
    public boolean isByHour(String tenantId) {
        return repository.isByHour(tenantId);
    }

    /** Whether it holds so many events that a prefix may have tens of thousands of them. */
    public boolean isLarge() {
        return repository.estimatedEvents() >= MANY;
    }

    /** @param isCut whether there may be more */
    record Portion(int events, boolean isCut) {
    }

    /** Nothing where somebody else is at it. */
    Portion indexSomeIfFree(String tenantId) {
        return transaction.call(() -> repository.tryLock(tenantId) ? indexSome(tenantId) : new Portion(0, false));
    }

    int pending() {
        return pending.get();
    }

    void addPending(int events) {
        pending.addAndGet(events);
    }

    void settle() {
        int settled = pending.get();
        transaction.callAsOwner(() -> {
            repository.settle();
            return true;
        });
        pending.addAndGet(-settled);
    }

    /** The position is read in a statement of its own before the events are, so that it can be behind only. */
    private Portion indexSome(String tenantId) {
        var state = repository.state(tenantId);
        var events = repository.unindexed(tenantId, state.position());
        if (!events.isEmpty()) {
            repository.write(tenantId, events.stream().map(EventDocument::of).toList());
            addPending(events.size());
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
