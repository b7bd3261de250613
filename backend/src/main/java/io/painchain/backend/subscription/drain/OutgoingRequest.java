package io.painchain.backend.subscription.drain;

import java.net.URI;
import java.util.Map;

/** @param idPointer where the answer has what the receiver calls it, or {@code null} */
record OutgoingRequest(String method, URI url, Map<String, String> headers, String body, String idPointer) {

    @Override
    public String toString() {
        return method;
    }
}
