package io.painchain.backend.webhook.config;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.secret.SecretMask;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.ConnectorKey;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.webhook.HookSecrets;
import io.painchain.backend.webhook.SnakeCaseReader;
import io.painchain.backend.wire.MergePatch;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
@Transactional
class WebhookConfigEditor {

    /** Few enough for a list without pages. */
    private static final int MOST = 1_000;
    private static final int SHORTEST_SECRET = 16;

    private final WebhookConfigRepository repository;
    private final WebhookIntegrations integrations;
    private final HookSecrets secrets;
    private final SnakeCaseReader reader;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    WebhookConfigEditor(WebhookConfigRepository repository, WebhookIntegrations integrations, HookSecrets secrets,
            SnakeCaseReader reader, CurrentTenant tenant, AuditLog audit,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.integrations = integrations;
        this.secrets = secrets;
        this.reader = reader;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param integrationId {@code null} for those of all integrations */
    List<WebhookConfigView> list(String integrationId) {
        var of = integrationId == null ? null : integrations.require(integrationId).id();
        return repository.ofTenant(tenant.id(), of).stream().map(this::masked).toList();
    }

    WebhookConfigView get(String id) {
        return masked(find(id, LockModeType.NONE));
    }

    /** @param base the address under which the caller reaches the backend */
    WebhookConfigView create(JsonNode json, URI base) {
        var request = reader.read(withTexts(json), WebhookConfigRequest.class);
        var integration = integrations.of(request);
        if (repository.countOfTenant(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; delete one first.");
        }
        var created = new WebhookConfig();
        created.tenantId = integration.tenantId();
        created.id = ids.next();
        created.integrationId = integration.id();
        created.createdAt = clock.instant();
        created.url = base.resolve("/api/v1/webhooks/%s/%s".formatted(integration.type(), integration.id())).toString();
        var secret = request.secret() == null ? ConnectorKey.generate() : request.secret();
        put(created, secret);
        fill(created, request);
        repository.persist(created);
        audit.record("webhook", created.id, null, masked(created));
        return WebhookConfigMapper.toView(created, integration.type(), secret);
    }

    WebhookConfigView patch(String id, JsonNode patch) {
        var stored = find(id, LockModeType.PESSIMISTIC_WRITE);
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        var before = masked(stored);
        var request = reader.read(MergePatch.apply(WebhookConfigMapper.toDocument(stored), withTexts(patch)),
                WebhookConfigRequest.class);
        if (!stored.integrationId.toString().equals(request.integrationId())) {
            throw ProblemType.invalid("/integration_id", "cannot change; create another configuration instead");
        }
        boolean isNewSecret = !stored.secretMask.equals(request.secret());
        var secret = request.secret() == null ? ConnectorKey.generate() : request.secret();
        if (isNewSecret) {
            stored.previousSecret = stored.secret;
            put(stored, secret);
        }
        fill(stored, request);
        audit.record("webhook", stored.id, before, masked(stored));
        return isNewSecret ? WebhookConfigMapper.toView(stored, type(stored), secret) : masked(stored);
    }

    void delete(String id) {
        var stored = find(id, LockModeType.PESSIMISTIC_WRITE);
        repository.delete(stored);
        audit.record("webhook", stored.id, masked(stored), null);
    }

    private WebhookConfig find(String id, LockModeType lock) {
        return Ids.parse(id).flatMap(uuid -> repository.ofTenant(tenant.id(), uuid, lock))
                .orElseThrow(WebhookConfigEditor::notFound);
    }

    private void put(WebhookConfig config, String secret) {
        var text = TextNode.valueOf(secret);
        if (secret.length() < SHORTEST_SECRET || SecretMask.isMask(text) || !secret.chars().allMatch(c -> c < 127)) {
            throw ProblemType.invalid("/secret",
                    "must be at least " + SHORTEST_SECRET + " characters of visible ASCII, and no mask");
        }
        config.secret = secrets.seal(config.tenantId, config.id, secret);
        config.secretMask = SecretMask.of(text);
    }

    private void fill(WebhookConfig config, WebhookConfigRequest request) {
        config.repository = request.repositoryId();
        config.hookId = request.webhookId();
        config.url = request.webhookUrl() == null ? config.url : request.webhookUrl();
        config.events = request.events() == null ? List.of() : List.copyOf(request.events());
        config.active = request.active() == null || request.active();
        config.updatedAt = clock.instant();
    }

    private WebhookConfigView masked(WebhookConfig stored) {
        return WebhookConfigMapper.toView(stored, type(stored), stored.secretMask);
    }

    private String type(WebhookConfig stored) {
        return integrations.find(stored.integrationId).map(IntegrationReference::type).orElse("");
    }

    /** Ids of providers are numbers, and are taken as such. */
    private static JsonNode withTexts(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        var texts = object.deepCopy();
        for (var name : List.of("repository_id", "webhook_id")) {
            if (texts.path(name).isIntegralNumber()) {
                texts.put(name, texts.get(name).asText());
            }
        }
        return texts;
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such webhook configuration.");
    }
}
