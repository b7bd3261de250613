package io.painchain.backend.named;

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
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Creates, changes and deletes what the caller's tenant keeps by name. */
@Singleton
@Transactional
public class NamedEditor {

    /** So few that a list needs no pages. */
    private static final int MOST = 500;

    private final NamedRepository repository;
    private final WireReader reader;
    private final ObjectMapper mapper;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final Clock clock;

    NamedEditor(NamedRepository repository, WireReader reader, ObjectMapper mapper, CurrentTenant tenant, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.mapper = mapper;
        this.tenant = tenant;
        this.ids = ids;
        this.clock = clock;
    }

    public <V> List<V> list(NamedKind<?, V> kind) {
        return repository.list(kind, tenant.id());
    }

    public <V> V get(NamedKind<?, V> kind, String id) {
        return Ids.parse(id).flatMap(uuid -> repository.find(kind, tenant.id(), uuid))
                .orElseThrow(() -> notFound(kind));
    }

    public <R extends Record, V> V create(NamedKind<R, V> kind, JsonNode json) {
        var request = read(kind, json);
        if (repository.count(kind, tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var id = ids.next();
        repository.insert(kind, tenant.id(), id, request, clock.instant());
        return get(kind, id.toString());
    }

    /** A patch that changes nothing leaves the version as it is. */
    public <R extends Record, V> V patch(NamedKind<R, V> kind, String id, JsonNode patch, List<String> ifMatch) {
        var stored = lock(kind, id, ifMatch);
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        var before = kind.requestOf(stored);
        var after = read(kind, MergePatch.apply(mapper.valueToTree(before), patch));
        if (!after.equals(before)) {
            repository.update(kind, tenant.id(), UUID.fromString(id), after, clock.instant());
        }
        return get(kind, id);
    }

    public void delete(NamedKind<?, ?> kind, String id, List<String> ifMatch) {
        lock(kind, id, ifMatch);
        repository.delete(kind, tenant.id(), UUID.fromString(id));
    }

    private <V> V lock(NamedKind<?, V> kind, String id, List<String> ifMatch) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lock(kind, tenant.id(), uuid))
                .orElseThrow(() -> notFound(kind));
        ETags.check(ifMatch, kind.version(stored), kind.noun());
        return stored;
    }

    private <R extends Record> R read(NamedKind<R, ?> kind, JsonNode json) {
        return kind.normal(reader.read(json, kind.requestType()).orThrow());
    }

    private static HttpProblem notFound(NamedKind<?, ?> kind) {
        return ProblemType.NOT_FOUND.problem("There is no such " + kind.noun() + ".");
    }
}
