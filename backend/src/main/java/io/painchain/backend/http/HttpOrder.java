package io.painchain.backend.http;

/** Filters between the request's id and the resource; the highest runs first. */
final class HttpOrder {

    static final int HOST = 900;
    static final int ADDRESS = 850;
    static final int ALIAS = 800;
    static final int TEAM = 775;
    static final int PAGE = 750;
    static final int BODY_LENGTH = 700;
    static final int BODY_CODING = 650;

    private HttpOrder() {
    }
}
