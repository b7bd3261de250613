package io.painchain.backend.team;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.ETags;
import io.painchain.backend.wire.PatchReader;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
@Transactional
class TeamEditor {

    /** Few enough for a list without pages. */
    private static final int MOST = 500;

    private final TeamRepository repository;
    private final PatchReader reader;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    TeamEditor(TeamRepository repository, PatchReader reader, CurrentTenant tenant, AuditLog audit,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<TeamView> list() {
        return repository.ofTenant(tenant.id()).stream().map(TeamMapper::toView).toList();
    }

    TeamView get(String id) {
        return Ids.parse(id).flatMap(uuid -> repository.ofTenant(tenant.id(), uuid)).map(TeamMapper::toView)
                .orElseThrow(TeamEditor::notFound);
    }

    TeamView create(JsonNode json) {
        var request = reader.read(json, TeamRequest.class);
        if (repository.countOfTenant(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var created = new Team();
        created.tenantId = tenant.id();
        created.id = ids.next();
        created.createdAt = clock.instant();
        fill(created, TeamMapper.normal(request));
        repository.persist(created);
        audit.record("team", created.id, null, TeamMapper.toRequest(created));
        return TeamMapper.toView(created);
    }

    TeamView patch(String id, JsonNode patch, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        var before = TeamMapper.toRequest(stored);
        var after = TeamMapper.normal(reader.patched(before, patch, TeamRequest.class));
        if (!after.equals(before)) {
            fill(stored, after);
        }
        audit.record("team", stored.id, before, after);
        return TeamMapper.toView(stored);
    }

    void delete(String id, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        repository.delete(stored);
        audit.record("team", stored.id, TeamMapper.toRequest(stored), null);
    }

    private Team lock(String id, List<String> ifMatch) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lock(tenant.id(), uuid))
                .orElseThrow(TeamEditor::notFound);
        ETags.check(ifMatch, stored.version, "team");
        return stored;
    }

    private void fill(Team stored, TeamRequest request) {
        stored.name = request.name();
        stored.tags = request.tags();
        stored.version++;
        stored.updatedAt = clock.instant();
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such team.");
    }
}
