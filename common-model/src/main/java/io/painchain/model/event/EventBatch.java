package io.painchain.model.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.integration.Coverage;

/**
 * The body of {@code POST /api/events/batch} as a connector writes it: at most 1,000 drafts and 8 MiB.
 *
 * @param integrationId whose events these are; absent for events without an integration
 * @param events oldest first
 * @param checkpoints only with the last batch of a crawl, when everything down to known ground has been posted
 * @param coverage what is covered once this batch is stored; with the checkpoints
 * @param dryRun nothing is stored: the answer says what would become of each draft, and which fields would change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBatch(String integrationId, List<EventDraft> events, List<Checkpoint> checkpoints,
        List<Coverage> coverage, Boolean dryRun) {

    public EventBatch(String integrationId, List<EventDraft> events, List<Checkpoint> checkpoints) {
        this(integrationId, events, checkpoints, null, null);
    }
}
