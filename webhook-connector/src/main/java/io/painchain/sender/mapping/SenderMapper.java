package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What the payloads of one sender mean. */
public interface SenderMapper {

    /** All, by the ids of their connector types. */
    List<SenderMapper> ALL = List.of(new JenkinsMapper(), new ArgoCdMapper(), new TerraformRunMapper(),
            new LaunchDarklyMapper(), AlertMapper.alertmanager(), new PagerDutyMapper(), AlertMapper.grafana());

    String type();

    /**
     * @param receivedAt when the delivery came
     * @throws IOException where the payload has another shape
     */
    SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException;
}
