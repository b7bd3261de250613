package io.painchain.simulator.api.target;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.limit.RateResource;

/** What a request leads to. */
public interface Target {

    /** The name under which requests are counted. */
    String route();

    /** The path with the repository's name, also where the request named its id. */
    String path();

    /** The same with what outlives a name: a repository's id. */
    default String key() {
        return path();
    }

    /** True for what costs no quota, or counts by itself. */
    default boolean free() {
        return false;
    }

    /** Which quota it is counted against. */
    default RateResource resource() {
        return RateResource.CORE;
    }

    /** The permission that a fine-grained token needs; null where it needs none. */
    default Permission permission() {
        return null;
    }

    /** Whether it changes something. */
    default boolean writes() {
        return false;
    }

    /** Points of the secondary limit. */
    default int points(String method) {
        return method.equals("GET") || method.equals("HEAD") ? 1 : 5;
    }

    /** Answers; refuses who may not. */
    HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException;
}
