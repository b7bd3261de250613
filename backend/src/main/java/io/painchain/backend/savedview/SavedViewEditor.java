package io.painchain.backend.savedview;

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
class SavedViewEditor {

    /** Few enough for a list without pages. */
    private static final int MOST = 500;

    private final SavedViewRepository repository;
    private final PatchReader reader;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    SavedViewEditor(SavedViewRepository repository, PatchReader reader, CurrentTenant tenant, AuditLog audit,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<SavedViewEntry> list() {
        return repository.ofTenant(tenant.id()).stream().map(SavedViewMapper::toView).toList();
    }

    SavedViewEntry get(String id) {
        return Ids.parse(id).flatMap(uuid -> repository.ofTenant(tenant.id(), uuid)).map(SavedViewMapper::toView)
                .orElseThrow(SavedViewEditor::notFound);
    }

    SavedViewEntry create(JsonNode json) {
        var request = reader.read(json, SavedViewRequest.class);
        if (repository.countOfTenant(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var created = new SavedView();
        created.tenantId = tenant.id();
        created.id = ids.next();
        created.createdAt = clock.instant();
        fill(created, request);
        repository.persist(created);
        audit.record("view", created.id, null, SavedViewMapper.toRequest(created));
        return SavedViewMapper.toView(created);
    }

    SavedViewEntry patch(String id, JsonNode patch, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        var before = SavedViewMapper.toRequest(stored);
        var after = reader.patched(before, patch, SavedViewRequest.class);
        if (!after.equals(before)) {
            fill(stored, after);
        }
        audit.record("view", stored.id, before, after);
        return SavedViewMapper.toView(stored);
    }

    void delete(String id, List<String> ifMatch) {
        var stored = lock(id, ifMatch);
        repository.delete(stored);
        audit.record("view", stored.id, SavedViewMapper.toRequest(stored), null);
    }

    private SavedView lock(String id, List<String> ifMatch) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lock(tenant.id(), uuid))
                .orElseThrow(SavedViewEditor::notFound);
        ETags.check(ifMatch, stored.version, "saved view");
        return stored;
    }

    private void fill(SavedView stored, SavedViewRequest request) {
        stored.name = request.name();
        stored.query = request.query();
        stored.version++;
        stored.updatedAt = clock.instant();
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such saved view.");
    }
}
