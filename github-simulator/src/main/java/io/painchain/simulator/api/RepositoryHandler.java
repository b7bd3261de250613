package io.painchain.simulator.api;

/** Answers one route of a repository; called under the repository's lock. */
@FunctionalInterface
interface RepositoryHandler {

    Answer answer(RepositoryCall call) throws ApiException;
}
