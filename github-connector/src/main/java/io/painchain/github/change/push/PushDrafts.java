package io.painchain.github.change.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.github.repository.CommitReader;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Drafts pushes, and branches created and deleted, from either list; recognizes repetitions. */
public final class PushDrafts {

    private final RepositoryReader reader;
    private final CommitReader commits;
    private final KnownMovements movements;

    /** @param twoSources whether the other list may have shown some of the movements */
    public PushDrafts(RepositoryReader reader, Map<String, Long> movements, boolean twoSources) {
        this.reader = reader;
        this.commits = reader.commits();
        this.movements = new KnownMovements(movements, twoSources);
    }

    /** @param first a first sync does not read the commits of each push */
    public List<EventDraft> drafts(List<Push> pushes, Instant answeredAt, boolean first) {
        if (first && !pushes.isEmpty()) {
            commits.list();
        }
        List<EventDraft> drafts = new ArrayList<>();
        for (Push push : pushes.stream().sorted(Comparator.comparing(Push::at)).toList()) {
            drafts.add(draft(push, movements.repeats(push), answeredAt, first));
        }
        return drafts;
    }

    EventDraft again(OpenRecord open, Instant answeredAt) {
        return draft(OpenPush.push(open), OpenPush.repetition(open), answeredAt, false);
    }

    private EventDraft draft(Push push, boolean repetition, Instant answeredAt, boolean first) {
        RecordDetails record = OpenPush.record(reader, push, repetition);
        Optional<Comparison> comparison = first ? commits.listedBetween(push.before(), push.head())
                : commits.compare(record, push.before(), push.head());
        return PushMapper.toDraft(reader.scope(), push.withHead(head(record, push, comparison)), comparison.orElse(null),
                repetition, answeredAt);
    }

    /** Leaves out what the other list showed before. */
    public List<EventDraft> refDrafts(List<RefChange> changes, Instant answeredAt) {
        return changes.stream().filter(movements::isNew)
                .map(change -> RefMapper.toDraft(reader.scope(), change, answeredAt)).toList();
    }

    public Map<String, Long> movements() {
        return movements.toKeep();
    }

    private Commit head(RecordDetails record, Push push, Optional<Comparison> comparison) {
        return comparison.stream().flatMap(one -> one.commits().stream()).filter(commit -> push.head().equals(commit.sha()))
                .findFirst().orElseGet(() -> commits.commit(record, push.head()));
    }
}
