package io.painchain.backend.team;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.ETags;
import io.painchain.backend.wire.MergePatch;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.TeamRequest;
import io.painchain.model.TeamView;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Creates, changes and deletes teams of the caller's tenant. */
@Singleton
class TeamEditor {

    private static final String NOUN = "team";
    /** So few that a list needs no pages. */
    private static final int MOST = 500;

    private final TeamRepository repository;
    private final WireReader reader;
    private final ObjectMapper mapper;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final Clock clock;

    TeamEditor(TeamRepository repository, WireReader reader, ObjectMapper mapper, CurrentTenant tenant, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.mapper = mapper;
        this.tenant = tenant;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    List<TeamView> list() {
        return repository.list(tenant.id());
    }

    @Transactional
    TeamView get(String id) {
        return Ids.parse(id).flatMap(uuid -> repository.find(tenant.id(), uuid)).orElseThrow(TeamEditor::notFound);
    }

    @Transactional
    TeamView create(JsonNode json) {
        var request = read(json);
        if (repository.count(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var id = ids.next();
        repository.insert(tenant.id(), id, request, clock.instant());
        return get(id.toString());
    }

    /** A patch that changes nothing leaves the version as it is. */
    @Transactional
    TeamView patch(String id, JsonNode patch, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        var before = new TeamRequest(stored.name(), stored.tags());
        var after = read(MergePatch.apply(mapper.valueToTree(before), patch));
        if (!after.equals(before)) {
            repository.update(tenant.id(), UUID.fromString(id), after, clock.instant());
        }
        return get(id);
    }

    @Transactional
    void delete(String id, List<String> ifMatch) {
        lock(id, ifMatch);
        repository.delete(tenant.id(), UUID.fromString(id));
    }

    private TeamView lock(String id, List<String> ifMatch) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lock(tenant.id(), uuid)).orElseThrow(TeamEditor::notFound);
        ETags.check(ifMatch, stored.version(), NOUN);
        return stored;
    }

    private TeamRequest read(JsonNode json) {
        var request = reader.read(json, TeamRequest.class).orThrow();
        return request.tags() == null ? new TeamRequest(request.name(), List.of())
                : new TeamRequest(request.name(), request.tags().stream().distinct().toList());
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such " + NOUN + ".");
    }
}
