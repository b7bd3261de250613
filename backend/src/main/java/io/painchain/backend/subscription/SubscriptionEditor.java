package io.painchain.backend.subscription;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.ETags;
import io.painchain.backend.wire.PatchReader;
import io.painchain.model.validation.FieldError;
import io.painchain.outbound.Outbound;
import io.painchain.outbound.RefusedAddress;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
@Transactional
class SubscriptionEditor {

    /** Few enough for a list without pages, and for one look at each of them. */
    private static final int MOST = 100;

    private final SubscriptionRepository repository;
    private final SubscriptionStandingRepository standings;
    private final SubscriptionFilter filters;
    private final EndpointSeal seal;
    private final PatchReader reader;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    SubscriptionEditor(SubscriptionRepository repository, SubscriptionStandingRepository standings, SubscriptionFilter filters,
            EndpointSeal seal, PatchReader reader,
            CurrentTenant tenant, AuditLog audit, Ids ids, Clock clock) {
        this.repository = repository;
        this.standings = standings;
        this.filters = filters;
        this.seal = seal;
        this.reader = reader;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<SubscriptionView> list() {
        return repository.ofTenant(tenant.id()).stream().map(one -> SubscriptionMapper.toView(one, one.secretMask)).toList();
    }

    SubscriptionView get(String id) {
        var stored = find(id, LockModeType.NONE);
        return SubscriptionMapper.toView(stored, stored.secretMask);
    }

    SubscriptionView create(JsonNode json) {
        var request = reader.read(json, SubscriptionRequest.class);
        var secret = request.secret() == null && request.target() == Target.webhook ? SigningSecret.generate()
                : request.secret();
        check(request, new Endpoint(request.target(), request.url(), one(secret)));
        if (repository.countOfTenant(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var created = new Subscription();
        created.tenantId = tenant.id();
        created.id = ids.next();
        created.createdAt = clock.instant();
        created.target = request.target().name();
        fill(created, request, new Endpoint(request.target(), request.url(), one(secret)));
        repository.persistAndFlush(created);
        standings.begin(created.tenantId, created.id);
        audit.record("subscription", created.id, null, SubscriptionMapper.toRequest(created));
        return SubscriptionMapper.toView(created, secret);
    }

    /** A new secret is used beside the one before it until the next change. */
    SubscriptionView patch(String id, JsonNode patch, List<String> ifMatch) {
        var stored = find(id, LockModeType.PESSIMISTIC_WRITE);
        ETags.check(ifMatch, stored.version, "subscription");
        var request = reader.patched(SubscriptionMapper.toRequest(stored), patch, SubscriptionRequest.class);
        if (!request.target().name().equals(stored.target)) {
            throw ProblemType.invalid("/target", "cannot change; create another subscription instead");
        }
        var asked = SubscriptionMapper.toRequest(stored);
        var before = seal.open(stored.tenantId, stored.id, stored.sealed);
        var url = request.url().equals(stored.url) ? before.url() : request.url();
        boolean isKept = request.secret() != null && request.secret().equals(stored.secretMask);
        var secret = isKept ? before.secrets().get(0)
                : request.secret() == null && request.target() == Target.webhook ? SigningSecret.generate() : request.secret();
        if (isKept && request.target() != Target.webhook && !isSameServer(url, before.url())) {
            throw ProblemType.invalid("/secret", "is needed anew, as the address is another server's");
        }
        var secrets = isKept ? before.secrets() : rotated(secret, before.secrets());
        check(request, new Endpoint(request.target(), url, secrets));
        fill(stored, request, new Endpoint(request.target(), url, secrets));
        audit.record("subscription", stored.id, asked, SubscriptionMapper.toRequest(stored));
        return SubscriptionMapper.toView(stored, isKept ? stored.secretMask : secret);
    }

    void delete(String id, List<String> ifMatch) {
        var stored = find(id, LockModeType.PESSIMISTIC_WRITE);
        ETags.check(ifMatch, stored.version, "subscription");
        repository.delete(stored);
        audit.record("subscription", stored.id, SubscriptionMapper.toRequest(stored), null);
    }

    private Subscription find(String id, LockModeType lock) {
        return Ids.parse(id).flatMap(uuid -> repository.ofTenant(tenant.id(), uuid, lock))
                .orElseThrow(SubscriptionEditor::notFound);
    }

    private void check(SubscriptionRequest request, Endpoint endpoint) {
        var errors = new ArrayList<FieldError>();
        errors.addAll(filters.errors(tenant.id(), request.filter() == null ? "" : request.filter()));
        var refusal = refusal(endpoint.url());
        if (refusal != null) {
            errors.add(new FieldError("/url", refusal));
        }
        boolean isSecretSound = switch (request.target()) {
            case webhook -> endpoint.secrets().stream().allMatch(SigningSecret::isSound);
            case grafana -> !endpoint.secrets().isEmpty();
            case slack -> endpoint.secrets().isEmpty();
        };
        if (!isSecretSound) {
            errors.add(new FieldError("/secret", request.target() == Target.webhook ? SigningSecret.RULE
                    : request.target() == Target.grafana ? "is required: a service account's token"
                            : "must be absent: the address is the credential"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
    }

    /** @return why nothing is sent there, or null */
    private static String refusal(String url) {
        try {
            Outbound.ofProcess().check(URI.create(url));
            return null;
        } catch (RefusedAddress e) {
            return e.getMessage();
        } catch (IllegalArgumentException e) {
            return "must be a whole http or https URL";
        }
    }

    private static boolean isSameServer(String url, String other) {
        return URI.create(url).getRawAuthority().equalsIgnoreCase(URI.create(other).getRawAuthority());
    }

    private static List<String> one(String secret) {
        return secret == null ? List.of() : List.of(secret);
    }

    private static List<String> rotated(String secret, List<String> before) {
        var secrets = new ArrayList<>(one(secret));
        before.stream().limit(secrets.size()).filter(old -> !secrets.contains(old)).forEach(secrets::add);
        return List.copyOf(secrets);
    }

    private void fill(Subscription stored, SubscriptionRequest request, Endpoint endpoint) {
        boolean isActive = request.active() == null || request.active();
        stored.name = request.name();
        stored.url = SubscriptionMapper.shown(request.target(), endpoint.url());
        stored.sealed = seal.seal(stored.tenantId, stored.id, endpoint);
        stored.secretMask = endpoint.secrets().isEmpty() ? null : SubscriptionMapper.mask(endpoint.secrets().get(0));
        stored.filter = request.filter() == null ? "" : request.filter();
        if (isActive != SubscriptionMapper.ACTIVE.equals(stored.state)) {
            stored.state = isActive ? SubscriptionMapper.ACTIVE
                    : stored.reason == null ? SubscriptionMapper.PAUSED : stored.state;
            stored.reason = isActive ? null : stored.reason;
            standings.forgetFailures(stored.tenantId, stored.id);
            stored.fails = 0;
            stored.failingSince = null;
            stored.notBefore = null;
        }
        stored.version++;
        stored.updatedAt = clock.instant();
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such subscription.");
    }
}
