package io.painchain.backend.integration;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.backend.id.Ids;

/** Puts integrations into the database for tests of what belongs to one. */
@Singleton
public class StoredIntegrations {

    private final IntegrationRepository integrations;
    private final Ids ids;
    private final Clock clock;

    StoredIntegrations(IntegrationRepository integrations, Ids ids, Clock clock) {
        this.integrations = integrations;
        this.ids = ids;
        this.clock = clock;
    }

    /** One of a tenant of its own. */
    public IntegrationReference any() {
        return of("tenant-" + ids.next());
    }

    @Transactional
    public IntegrationReference of(String tenantId) {
        var integration = new Integration();
        integration.tenantId = tenantId;
        integration.id = ids.next();
        integration.type = "github";
        integration.name = "Production GitHub";
        integration.config = JsonNodeFactory.instance.objectNode();
        integration.secretPaths = List.of();
        integration.tags = List.of("backend");
        integration.enabled = true;
        integration.version = 1;
        integration.createdAt = clock.instant();
        integration.updatedAt = integration.createdAt;
        integration.enabledAt = integration.createdAt;
        integrations.persist(integration);
        return integration.reference();
    }
}
