package io.painchain.simulator.kubernetes.store;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One change of an object: its state then, and the state before, null where there was none. */
public record Change(String verb, long revision, ObjectNode object, ObjectNode before, Instant at) {

    public static final String ADDED = "ADDED";
    public static final String MODIFIED = "MODIFIED";
    public static final String DELETED = "DELETED";
}
