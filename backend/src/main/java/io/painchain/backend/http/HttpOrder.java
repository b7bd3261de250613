package io.painchain.backend.http;

/** The order of what every request passes after it got its id and before it reaches a resource; the highest comes first. */
final class HttpOrder {

    static final int HOST = 900;
    static final int ADDRESS = 850;
    static final int ALIAS = 800;
    static final int PAGE = 750;
    static final int BODY_LENGTH = 700;

    private HttpOrder() {
    }
}
