package io.painchain.backend.integration;

import java.util.List;
import java.util.UUID;

/**
 * @param tenantId as stored, whatever the request named
 * @param tags added to each event at first ingest
 */
public record IntegrationReference(String tenantId, UUID id, String type, String name, List<String> tags, boolean enabled) {
}
