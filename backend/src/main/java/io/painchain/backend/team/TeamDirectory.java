package io.painchain.backend.team;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.id.Ids;

@Singleton
public class TeamDirectory {

    private final TeamRepository teams;

    TeamDirectory(TeamRepository teams) {
        this.teams = teams;
    }

    /** Empty where the tenant has no such team. */
    @Transactional
    public Optional<List<String>> tags(String tenantId, String id) {
        return Ids.parse(id).flatMap(uuid -> teams.ofTenant(tenantId, uuid)).map(team -> List.copyOf(team.tags));
    }
}
