package io.painchain.backend.savedview;

import io.painchain.backend.database.Row;
import io.painchain.backend.named.NamedKind;
import io.painchain.backend.tenant.CurrentTenant;

final class SavedViewKind implements NamedKind<SavedViewRequest, SavedView> {

    static final SavedViewKind KIND = new SavedViewKind();

    private SavedViewKind() {
    }

    @Override
    public String noun() {
        return "saved view";
    }

    @Override
    public String table() {
        return "saved_view";
    }

    @Override
    public String column() {
        return "query";
    }

    @Override
    public Class<SavedViewRequest> requestType() {
        return SavedViewRequest.class;
    }

    @Override
    public String name(SavedViewRequest request) {
        return request.name();
    }

    @Override
    public Object content(SavedViewRequest request) {
        return request.query();
    }

    @Override
    public SavedViewRequest requestOf(SavedView view) {
        return new SavedViewRequest(view.name(), view.query());
    }

    @Override
    public long version(SavedView view) {
        return view.version();
    }

    @Override
    public SavedView view(Row row) {
        return new SavedView(row.text("id"), CurrentTenant.onTheWire(row.text("tenant_id")), row.text("name"),
                row.text("query"), row.number("version"), row.instant("created_at"), row.instant("updated_at"));
    }
}
