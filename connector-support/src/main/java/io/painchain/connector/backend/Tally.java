package io.painchain.connector.backend;

import java.util.EnumMap;
import java.util.Map;

import io.painchain.model.event.BatchResult;
import io.painchain.model.event.Outcome;

final class Tally {

    private final Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);

    synchronized void add(BatchResult result) {
        sums.merge(Outcome.created, (long) result.created(), Long::sum);
        sums.merge(Outcome.updated, (long) result.updated(), Long::sum);
        sums.merge(Outcome.unchanged, (long) result.unchanged(), Long::sum);
        sums.merge(Outcome.outdated, (long) result.outdated(), Long::sum);
        sums.merge(Outcome.rejected, (long) result.rejected(), Long::sum);
    }

    synchronized Map<Outcome, Long> sums() {
        return new EnumMap<>(sums);
    }
}
