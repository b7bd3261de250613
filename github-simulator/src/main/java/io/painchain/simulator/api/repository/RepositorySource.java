package io.painchain.simulator.api.repository;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Source;
import io.painchain.simulator.world.repository.Repository;

/** The present state of something in a repository. */
record RepositorySource(Repository repository, Route route, RepositoryCall call) implements Source {

    private static final String FEED = "/events";

    @Override
    public long stamp() {
        long stamp = repository.version() + repository.world().version() * 1_000_003;
        // A late event shows up without anything happening in between.
        return call.subPath().equals(FEED) ? stamp + repository.read(repository.feed()::visibleStamp) : stamp;
    }

    @Override
    public Answer render() throws ApiException {
        synchronized (repository) {
            return route.handler().answer(call);
        }
    }
}
