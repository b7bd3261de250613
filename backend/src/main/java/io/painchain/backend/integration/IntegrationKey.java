package io.painchain.backend.integration;

import java.io.Serializable;
import java.util.UUID;

public record IntegrationKey(String tenantId, UUID id) implements Serializable {
}
