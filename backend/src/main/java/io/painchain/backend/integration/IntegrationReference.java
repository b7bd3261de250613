package io.painchain.backend.integration;

import java.util.List;
import java.util.UUID;

/** The tenant is as stored, whatever the request named; tags are added to events at first ingest. */
public record IntegrationReference(String tenantId, UUID id, String type, String name, List<String> tags, boolean enabled) {
}
