package io.painchain.simulator.http;

/** A request that is not HTTP/1.1. */
final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedRequestException(String message) {
        super(message);
    }
}
