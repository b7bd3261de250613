package io.painchain.backend.team;

import java.util.List;

import io.painchain.backend.database.Row;
import io.painchain.backend.named.NamedKind;
import io.painchain.backend.tenant.CurrentTenant;

final class TeamKind implements NamedKind<TeamRequest, TeamView> {

    static final TeamKind KIND = new TeamKind();

    private TeamKind() {
    }

    @Override
    public String noun() {
        return "team";
    }

    @Override
    public String table() {
        return "team";
    }

    @Override
    public String column() {
        return "tags";
    }

    @Override
    public Class<TeamRequest> requestType() {
        return TeamRequest.class;
    }

    @Override
    public String name(TeamRequest request) {
        return request.name();
    }

    @Override
    public Object content(TeamRequest request) {
        return request.tags().toArray(String[]::new);
    }

    @Override
    public TeamRequest requestOf(TeamView view) {
        return new TeamRequest(view.name(), view.tags());
    }

    @Override
    public long version(TeamView view) {
        return view.version();
    }

    @Override
    public TeamView view(Row row) {
        return new TeamView(row.text("id"), CurrentTenant.onTheWire(row.text("tenant_id")), row.text("name"),
                row.texts("tags"), row.number("version"), row.instant("created_at"), row.instant("updated_at"));
    }

    @Override
    public TeamRequest normal(TeamRequest request) {
        var tags = request.tags() == null ? List.<String> of() : request.tags();
        return new TeamRequest(request.name(), tags.stream().distinct().toList());
    }
}
