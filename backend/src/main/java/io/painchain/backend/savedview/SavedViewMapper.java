package io.painchain.backend.savedview;

import io.painchain.backend.tenant.CurrentTenant;

final class SavedViewMapper {

    private SavedViewMapper() {
    }

    static SavedViewEntry toView(SavedView stored) {
        return new SavedViewEntry(stored.id.toString(), CurrentTenant.onTheWire(stored.tenantId), stored.name, stored.query,
                stored.version, stored.createdAt, stored.updatedAt);
    }

    static SavedViewRequest toRequest(SavedView stored) {
        return new SavedViewRequest(stored.name, stored.query);
    }
}
