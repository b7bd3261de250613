package io.painchain.backend.security;

/** Who may call what. */
public final class Roles {

    /** Holds the connector key: reads configurations in clear and reports for integrations of all tenants. */
    public static final String CONNECTOR = "connector";

    private Roles() {
    }
}
