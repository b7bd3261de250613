package io.painchain.backend.savedview;

import io.painchain.backend.tenant.CurrentTenant;

/** Between what is stored of a saved view and what is sent. */
final class SavedViewMapper {

    private SavedViewMapper() {
    }

    static SavedViewEntry toView(SavedView stored) {
        return new SavedViewEntry(stored.id.toString(), CurrentTenant.onTheWire(stored.tenantId), stored.name, stored.query,
                stored.version, stored.createdAt, stored.updatedAt);
    }

    /** The request that would make it what it is. */
    static SavedViewRequest toRequest(SavedView stored) {
        return new SavedViewRequest(stored.name, stored.query);
    }
}
