package io.painchain.backend.tenant;

import jakarta.enterprise.context.RequestScoped;

/** Every query binds its {@link #id()}. */
@RequestScoped
public class CurrentTenant {

    /** As stored; no header can express it. */
    public static final String SELF_HOSTED = "~";

    /** Of callers that belong to the installation; no tenant has this name, and no data. */
    public static final String INSTALLATION = "*";

    private String id = SELF_HOSTED;
    private boolean named;
    private boolean bound;
    private boolean forAll;

    public String id() {
        return id;
    }

    /** Where not, a connector's call takes the tenant of the integration it names. */
    public boolean isNamed() {
        return named;
    }

    /** Whether the database is to show this tenant's rows only. */
    public boolean isBound() {
        return bound;
    }

    /** For {@code access}, once it is certain that the request is this tenant's and of nobody who works for all. */
    public void bind() {
        bound = true;
    }

    /** Whether the database is to show all tenants' rows. Without this and {@link #isBound()} it shows none. */
    public boolean isForAll() {
        return forAll;
    }

    /** For {@code access}: a connector's or operator's request, or one that is of no tenant. */
    public void openAll() {
        forAll = true;
    }

    void name(String tenant) {
        id = tenant;
        named = true;
    }

    /** For {@code access}, which knows whose key it is; everything else only asks. */
    public void become(String tenant) {
        name(tenant);
    }

    public static String onTheWire(String storedId) {
        return SELF_HOSTED.equals(storedId) || INSTALLATION.equals(storedId) ? null : storedId;
    }
}
