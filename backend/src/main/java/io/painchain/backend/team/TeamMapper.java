package io.painchain.backend.team;

import java.util.List;

import io.painchain.backend.tenant.CurrentTenant;

/** Between what is stored of a team and what is sent. */
final class TeamMapper {

    private TeamMapper() {
    }

    static TeamView toView(Team stored) {
        return new TeamView(stored.id.toString(), CurrentTenant.onTheWire(stored.tenantId), stored.name,
                List.copyOf(stored.tags),
                stored.version, stored.createdAt, stored.updatedAt);
    }

    /** The request that would make it what it is. */
    static TeamRequest toRequest(Team stored) {
        return new TeamRequest(stored.name, List.copyOf(stored.tags));
    }

    /** A valid request as it is stored. */
    static TeamRequest normal(TeamRequest request) {
        var tags = request.tags() == null ? List.<String> of() : request.tags();
        return new TeamRequest(request.name(), tags.stream().distinct().toList());
    }
}
