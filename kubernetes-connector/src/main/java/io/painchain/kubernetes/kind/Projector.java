package io.painchain.kubernetes.kind;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.ObjectState;

@FunctionalInterface
public interface Projector {

    /** @return {@code null} for an object that is ignored */
    ObjectState of(JsonNode object, Digests digests);
}
