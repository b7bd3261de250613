package io.painchain.backend.security;

public final class Roles {

    /** Reads configurations in clear, reports for all tenants. */
    public static final String CONNECTOR = "connector";

    private Roles() {
    }
}
