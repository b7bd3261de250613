package io.painchain.backend.savedview;

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
import io.painchain.model.SavedView;
import io.painchain.model.SavedViewRequest;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Creates, changes and deletes saved views of the caller's tenant. */
@Singleton
class SavedViewEditor {

    private static final String NOUN = "saved view";
    /** So few that a list needs no pages. */
    private static final int MOST = 500;

    private final SavedViewRepository repository;
    private final WireReader reader;
    private final ObjectMapper mapper;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final Clock clock;

    SavedViewEditor(SavedViewRepository repository, WireReader reader, ObjectMapper mapper, CurrentTenant tenant, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.mapper = mapper;
        this.tenant = tenant;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    List<SavedView> list() {
        return repository.list(tenant.id());
    }

    @Transactional
    SavedView get(String id) {
        return Ids.parse(id).flatMap(uuid -> repository.find(tenant.id(), uuid)).orElseThrow(SavedViewEditor::notFound);
    }

    @Transactional
    SavedView create(JsonNode json) {
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
    SavedView patch(String id, JsonNode patch, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        var before = new SavedViewRequest(stored.name(), stored.query());
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

    private SavedView lock(String id, List<String> ifMatch) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lock(tenant.id(), uuid)).orElseThrow(SavedViewEditor::notFound);
        ETags.check(ifMatch, stored.version(), NOUN);
        return stored;
    }

    private SavedViewRequest read(JsonNode json) {
        return reader.read(json, SavedViewRequest.class).orThrow();
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such " + NOUN + ".");
    }
}
