package io.painchain.backend.integration;

import java.io.Serializable;
import java.util.UUID;

record IntegrationKey(String tenantId, UUID id) implements Serializable {
}
