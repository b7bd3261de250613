package io.painchain.backend.http;

/** The order of what every request passes before it reaches a resource; the highest comes first. */
final class HttpOrder {

    static final int REQUEST_ID = 1_000;
    static final int HOST = 900;
    static final int ALIAS = 800;

    private HttpOrder() {
    }
}
