package io.painchain.backend.team;

import java.util.List;

import io.painchain.backend.tenant.CurrentTenant;

final class TeamMapper {

    private TeamMapper() {
    }

    static TeamView toView(Team stored) {
        return new TeamView(stored.id.toString(), CurrentTenant.onTheWire(stored.tenantId), stored.name,
                List.copyOf(stored.tags),
                stored.version, stored.createdAt, stored.updatedAt);
    }

    static TeamRequest toRequest(Team stored) {
        return new TeamRequest(stored.name, List.copyOf(stored.tags));
    }

    static TeamRequest normal(TeamRequest request) {
        var tags = request.tags() == null ? List.<String> of() : request.tags();
        return new TeamRequest(request.name(), tags.stream().distinct().toList());
    }
}
