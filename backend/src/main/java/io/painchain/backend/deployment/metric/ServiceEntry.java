package io.painchain.backend.deployment.metric;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param deployments done in production, all that are known */
@Schema(name = "DeliveryService")
public record ServiceEntry(String service, Instant lastDeployment, long deployments) {
}
