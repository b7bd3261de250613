package io.painchain.backend.tenant;

import jakarta.enterprise.context.RequestScoped;

/** The tenant that the request is about. Every query binds its {@link #id()}. */
@RequestScoped
public class CurrentTenant {

    /** The self-hosted tenant's id as stored; no header can express it. */
    public static final String SELF_HOSTED = "~";

    private String id = SELF_HOSTED;
    private boolean named;

    /** As stored, never null. */
    public String id() {
        return id;
    }

    /**
     * Whether the request named a tenant. Where it did not, a connector's call takes the tenant of the integration it names.
     */
    public boolean isNamed() {
        return named;
    }

    void name(String tenant) {
        id = tenant;
        named = true;
    }

    /** A stored tenant id as the wire shows it: {@code null} for the self-hosted tenant. */
    public static String onTheWire(String storedId) {
        return SELF_HOSTED.equals(storedId) ? null : storedId;
    }
}
