package io.painchain.simulator.api.repository;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;

/** Answers one route of a repository; called under the repository's lock. */
@FunctionalInterface
public interface RepositoryHandler {

    Answer answer(RepositoryCall call) throws ApiException;
}
