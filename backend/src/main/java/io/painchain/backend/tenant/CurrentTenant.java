package io.painchain.backend.tenant;

import jakarta.enterprise.context.RequestScoped;

/** Every query binds its {@link #id()}. */
@RequestScoped
public class CurrentTenant {

    /** As stored; no header can express it. */
    public static final String SELF_HOSTED = "~";

    private String id = SELF_HOSTED;
    private boolean named;

    public String id() {
        return id;
    }

    /** Where not, a connector's call takes the tenant of the integration it names. */
    public boolean isNamed() {
        return named;
    }

    void name(String tenant) {
        id = tenant;
        named = true;
    }

    public static String onTheWire(String storedId) {
        return SELF_HOSTED.equals(storedId) ? null : storedId;
    }
}
