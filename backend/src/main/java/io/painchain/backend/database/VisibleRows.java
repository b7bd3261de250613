package io.painchain.backend.database;

/**
 * As which role of the database something runs, and so what it sees.
 *
 * @param tenantId empty unless it is one tenant's
 */
record VisibleRows(String role, String tenantId) {

    static final String TENANT_ROLE = "painchain_app";
    static final String WORK_ROLE = "painchain_work";
    /** As no role at all, a connection is its user's, who owns the tables. */
    private static final String NO_ROLE = "none";

    static final VisibleRows ALL = new VisibleRows(WORK_ROLE, "");
    static final VisibleRows OWNERS = new VisibleRows(NO_ROLE, "");

    static VisibleRows of(String tenantId) {
        return new VisibleRows(TENANT_ROLE, tenantId);
    }

    boolean areOneTenants() {
        return role.equals(TENANT_ROLE);
    }

    @Override
    public String toString() {
        return areOneTenants() ? "the tenant " + tenantId : this.equals(ALL) ? "all tenants" : "the owner";
    }
}
