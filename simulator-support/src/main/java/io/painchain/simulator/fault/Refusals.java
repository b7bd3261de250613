package io.painchain.simulator.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;

/** How the server that is played words what it refuses. */
public interface Refusals {

    /** The answer to a fault whose kind asks for the server's own words. */
    HttpResponse refuse(Fault fault);

    /** The error that stands beside the data of a GraphQL answer for a list that it lacks. */
    ObjectNode missingList(ArrayNode path);
}
