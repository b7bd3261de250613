package io.painchain.backend.integration;

import java.util.List;
import java.util.UUID;

/**
 * An integration that exists, as other features need it.
 *
 * @param tenantId as stored; what belongs to the integration belongs to this tenant, whatever the request named
 * @param tags added to each of its events at first ingest
 */
public record IntegrationReference(String tenantId, UUID id, String type, String name, List<String> tags, boolean enabled) {
}
