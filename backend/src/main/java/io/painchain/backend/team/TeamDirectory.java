package io.painchain.backend.team;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.id.Ids;
import io.painchain.backend.named.NamedRepository;

/** Teams for other features. */
@Singleton
public class TeamDirectory {

    private final NamedRepository teams;

    TeamDirectory(NamedRepository teams) {
        this.teams = teams;
    }

    /** The tags that make an event the team's; empty where the tenant has no such team. */
    public Optional<List<String>> tags(String tenantId, String id) {
        return Ids.parse(id).flatMap(uuid -> teams.find(TeamKind.KIND, tenantId, uuid)).map(TeamView::tags);
    }
}
