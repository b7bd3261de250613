package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.painchain.github.github.Commit;
import io.painchain.github.github.Comparison;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.model.EventDraft;

/** Drafts pushes, and branches that come and go, whichever list they come from: finds what they brought, knows a repetition. */
final class PushDrafts {

    /** The activity and the feed date the same push a little differently. */
    private static final Duration SAME_PUSH = Duration.ofMinutes(2);
    private static final int MOVEMENTS_KEPT = 150;

    private final RepositoryReader reader;
    private final CommitReader commits;
    private final Map<String, Long> movements;
    private final Duration tolerance;

    /** @param twoSources whether some of the movements may be known from the other list */
    PushDrafts(RepositoryReader reader, Map<String, Long> movements, boolean twoSources) {
        this.reader = reader;
        this.commits = reader.commits();
        this.movements = new HashMap<>(movements);
        this.tolerance = twoSources ? SAME_PUSH : Duration.ZERO;
    }

    /** @param first whether this is the first sync, which does not ask for each push what it brought */
    List<EventDraft> drafts(List<Push> pushes, Instant answeredAt, boolean first) {
        if (first && !pushes.isEmpty()) {
            commits.list();
        }
        List<EventDraft> drafts = new ArrayList<>();
        for (Push push : pushes.stream().sorted(Comparator.comparing(Push::at)).toList()) {
            Optional<Comparison> comparison = first ? commits.listedBetween(push.before(), push.head())
                    : commits.compare(push.before(), push.head());
            drafts.add(PushMapper.toDraft(reader.scope(), push.withHead(head(push, comparison)), comparison.orElse(null),
                    repeats(push), answeredAt));
        }
        return drafts;
    }

    /** Branches that were created or deleted, but for those that the other list told of before. */
    List<EventDraft> refDrafts(List<RefChange> changes, Instant answeredAt) {
        return changes.stream().filter(change -> isNew(change))
                .map(change -> RefMapper.toDraft(reader.scope(), change, answeredAt)).toList();
    }

    Map<String, Long> movements() {
        return movements.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed())
                .limit(MOVEMENTS_KEPT).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean repeats(Push push) {
        Long first = movements.putIfAbsent(Digest.of(push.movement()), push.at().getEpochSecond());
        return first != null && Math.abs(first - push.at().getEpochSecond()) > tolerance.toSeconds();
    }

    private boolean isNew(RefChange change) {
        long at = change.at().getEpochSecond();
        Long last = movements.put(Digest.of(change.kind() + (change.created() ? "+" : "-") + change.name()), at);
        return last == null || tolerance.isZero() || Math.abs(last - at) > tolerance.toSeconds();
    }

    private Commit head(Push push, Optional<Comparison> comparison) {
        return comparison.stream().flatMap(one -> one.commits().stream()).filter(commit -> push.head().equals(commit.sha()))
                .findFirst().orElseGet(() -> commits.commit(push.head()));
    }
}
