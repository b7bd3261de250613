package io.painchain.simulator.api;

/** What a path leads to. */
interface Target {

    /** The name under which requests are counted. */
    String route();

    /** The path with the repository's name, also where the request named its id. */
    String path();

    /** True for what costs no quota. */
    default boolean free() {
        return false;
    }

    /** What the asker gets to see; refuses who may not. */
    Source open(Inquiry inquiry, TokenGrant grant) throws ApiException;
}
