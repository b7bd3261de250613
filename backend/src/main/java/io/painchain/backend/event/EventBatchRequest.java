package io.painchain.backend.event;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import io.painchain.backend.coverage.CoverageFaults;
import io.painchain.backend.wire.JsonDocuments;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.integration.Coverage;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

/** A batch's envelope, validated before its drafts are read. */
public record EventBatchRequest(String integrationId, @NotNull List<JsonNode> events,
        @Size(max = Limits.CHECKPOINTS) List<@NotNull @Valid Checkpoint> checkpoints,
        @Size(max = Limits.COVERAGE) List<@NotNull @Valid Coverage> coverage, Boolean dryRun) {

    /** A {@code null} among the drafts is a draft to reject. */
    public EventBatchRequest {
        events = events == null ? null
                : events.stream().map(draft -> draft == null ? NullNode.getInstance() : draft).toList();
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    List<Checkpoint> checkpointsOrNone() {
        return checkpoints == null ? List.of() : checkpoints;
    }

    List<Coverage> coverageOrNone() {
        return coverage == null ? List.of() : coverage;
    }

    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (!checkpointsOrNone().isEmpty() && integrationId == null) {
            faults.add(new FieldError("/integrationId", "is required where checkpoints are sent"));
        }
        for (int i = 0; i < checkpointsOrNone().size(); i++) {
            if (JsonDocuments.compactBytes(checkpoints.get(i).value()) > Limits.CHECKPOINT_BYTES) {
                faults.add(new FieldError("/checkpoints/" + i + "/value",
                        "must be at most " + Limits.CHECKPOINT_BYTES / 1024 + " KiB as compact JSON"));
            }
        }
        if (!coverageOrNone().isEmpty() && integrationId == null) {
            faults.add(new FieldError("/integrationId", "is required where coverage is sent"));
        }
        faults.addAll(CoverageFaults.of(coverage));
        return faults;
    }
}
