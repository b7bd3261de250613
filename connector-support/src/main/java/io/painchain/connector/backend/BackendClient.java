package io.painchain.connector.backend;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.ws.rs.core.Link;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.RejectedRecord;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.PolledPage;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.model.integration.SyncReport;
import io.smallrye.mutiny.Uni;

public final class BackendClient {

    private static final String ASSIGNMENT = "X-Assignment-Version";

    private final URI api;
    private final BackendResources resources;
    private final Deadline deadline;
    private final AtomicReference<String> assignment;

    /** @param deadline for each whole answer, from connecting to its last byte */
    public BackendClient(URI api, String key, Duration deadline) {
        this.api = URI.create(api.toString().replaceAll("(?<!/)/+$", ""));
        this.resources = BackendResources.at(this.api, key);
        this.deadline = new Deadline(deadline);
        this.assignment = new AtomicReference<>();
    }

    private BackendClient(BackendClient other, Duration deadline) {
        this.api = other.api;
        this.resources = other.resources;
        this.deadline = new Deadline(deadline);
        this.assignment = other.assignment;
    }

    public BackendClient within(Duration other) {
        return new BackendClient(this, other);
    }

    public void register(ConnectorType type) {
        ask("PUT /connectors/" + type.id(), resources.types().register(type.id(), type));
    }

    /** This worker's share of the enabled integrations; the call also counts as its heartbeat. */
    public List<IntegrationView> integrations(String type, String worker) {
        return all("GET /integrations", resources.integrations().assigned(type, worker), resources.integrations()::page);
    }

    /** Others take over the share at once instead of after the heartbeat timeout. */
    public void leave(String type, String worker) {
        ask("DELETE /connectors/" + type + "/workers/" + worker, resources.types().leave(type, worker));
    }

    /** Identifies the division among workers that the last answer named; {@code null}: none named. */
    public String assignment() {
        return assignment.get();
    }

    public List<Checkpoint> checkpoints(String integrationId) {
        return all("GET /integrations/" + integrationId + "/checkpoints", resources.checkpoints().of(integrationId),
                resources.checkpoints()::page);
    }

    /** @param batch an {@code EventBatch} as JSON */
    public BatchResult post(byte[] batch) {
        return entity("POST /events/batch", ask("POST /events/batch", resources.events().post(batch)));
    }

    public void setAside(String integrationId, RejectedRecord record) {
        ask("POST /integrations/" + integrationId + "/rejected", resources.rejected().keep(integrationId, record));
    }

    public void keep(String integrationId, PolledPage page) {
        ask("POST /integrations/" + integrationId + "/pages", resources.pages().keep(integrationId, page));
    }

    public void report(String integrationId, SyncReport report) {
        ask("PUT /integrations/" + integrationId + "/sync", resources.reports().report(integrationId, report));
    }

    public void track(RateLimitReport report) {
        ask("POST /v1/rate-limits/track", resources.rateLimits().track(report));
    }

    BackendResources resources() {
        return resources;
    }

    <T> RestResponse<T> ask(String what, Uni<RestResponse<T>> request) {
        RestResponse<T> answer = deadline.await(what, request);
        String version = answer.getHeaderString(ASSIGNMENT);
        if (version != null) {
            assignment.set(version);
        }
        return answer;
    }

    static <T> T entity(String what, RestResponse<T> answer) {
        if (answer.getEntity() == null) {
            throw new BackendException(Kind.UNAVAILABLE, what + " gave an empty answer", null, null);
        }
        return answer.getEntity();
    }

    private <T> List<T> all(String what, Uni<RestResponse<List<T>>> first, Function<String, Uni<RestResponse<List<T>>>> page) {
        List<T> all = new ArrayList<>();
        Uni<RestResponse<List<T>>> request = first;
        while (request != null) {
            RestResponse<List<T>> answer = ask(what, request);
            all.addAll(entity(what, answer));
            Link next = answer.getLink("next");
            request = next == null ? null : page.apply(ownPage(next.getUri()));
        }
        return all;
    }

    /** A link carries the backend's own address; behind a proxy that differs, so only path and query are used. */
    private String ownPage(URI link) {
        return api.resolve(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery())).toString();
    }
}
