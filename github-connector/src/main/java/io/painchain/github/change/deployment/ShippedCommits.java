package io.painchain.github.change.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.mapping.DeploymentMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** What a deployment shipped: one comparison with the version before it, and a second one where it went back. */
final class ShippedCommits {

    private static final String NAME = "shipped";
    private static final String BEFORE = "before";
    private static final Comparison NOTHING = new Comparison("identical", null, 0, List.of(), null);

    private ShippedCommits() {
    }

    static EventDraft compared(RepositoryReader reader, EventDraft draft, String before) {
        String head = (String) draft.data().get("head_sha");
        if (head.equals(before)) {
            return DeploymentMapper.shipped(reader.scope(), draft, before, NOTHING, NOTHING);
        }
        RecordDetails record = reader.details().of("deployments", draft.data().get("deployment_id").toString())
                .with(Map.of(BEFORE, before));
        return record.read(NAME, () -> shipped(reader, draft, before, head)).orElseGet(() -> Drafts.lacking(draft, NAME));
    }

    /** Completes what could not be compared when it got done. */
    static List<EventDraft> again(RepositoryReader reader, List<EventDraft> drafts, OpenRecord open) {
        String before = open.facts().get(BEFORE);
        if (before == null) {
            return drafts;
        }
        return drafts.stream().map(draft -> "success".equals(draft.status()) && draft.data().get("head_sha") != null
                ? compared(reader, draft, before)
                : draft).toList();
    }

    /** Without it where one of the two is gone. */
    private static EventDraft shipped(RepositoryReader reader, EventDraft draft, String before, String head) {
        Optional<Comparison> forward = reader.commits().between(before, head);
        Optional<Comparison> back = forward.filter(Comparison::forced).flatMap(found -> reader.commits().between(head, before));
        return forward.map(found -> DeploymentMapper.shipped(reader.scope(), draft, before, found, back.orElse(NOTHING)))
                .orElse(draft);
    }
}
