package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.github.github.Commit;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.model.EventDraft;

/** Drafts pushes, whichever list they come from: finds the head's message and knows a repetition. */
final class PushDrafts {

    /** The activity and the feed date the same push a little differently. */
    private static final Duration SAME_PUSH = Duration.ofMinutes(2);
    private static final int MOVEMENTS_KEPT = 150;
    private static final int MANY = 4;

    private final RepositoryReader reader;
    private final Map<String, Long> movements;
    private final Duration tolerance;
    private final Map<String, Commit> heads = new HashMap<>();

    /** @param twoSources whether some of the movements may be known from the other list */
    PushDrafts(RepositoryReader reader, Map<String, Long> movements, boolean twoSources) {
        this.reader = reader;
        this.movements = new HashMap<>(movements);
        this.tolerance = twoSources ? SAME_PUSH : Duration.ZERO;
    }

    List<EventDraft> drafts(List<Push> pushes, Instant answeredAt) {
        if (pushes.stream().filter(push -> push.message() == null).count() >= MANY) {
            readLatest();
        }
        List<EventDraft> drafts = new ArrayList<>();
        for (Push push : pushes.stream().sorted(Comparator.comparing(Push::at)).toList()) {
            Push told = push.message() == null ? push.withHead(head(push.head())) : push;
            drafts.add(PushMapper.toDraft(reader.scope(), told, repeats(push), answeredAt));
        }
        return drafts;
    }

    Map<String, Long> movements() {
        return movements.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed())
                .limit(MOVEMENTS_KEPT).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean repeats(Push push) {
        Long first = movements.putIfAbsent(Digest.of(push.movement()), push.at().getEpochSecond());
        return first != null && Math.abs(first - push.at().getEpochSecond()) > tolerance.toSeconds();
    }

    /** One page of the default branch tells most of what many pushes want to know. */
    private void readLatest() {
        try {
            reader.page(reader.url("/commits?per_page=100"), null, null, Commit.class).items().stream()
                    .filter(commit -> commit.sha() != null).forEach(commit -> heads.put(commit.sha(), commit));
        } catch (GitHubException e) {
            if (!e.withheld() && !e.is(Kind.REFUSED)) {
                throw e;
            }
        }
    }

    private Commit head(String sha) {
        return heads.computeIfAbsent(sha, this::readHead);
    }

    /** A commit that a force push left behind may be gone: its title is then its SHA. */
    private Commit readHead(String sha) {
        try {
            return reader.read("/commits/" + sha, Commit.class);
        } catch (GitHubException e) {
            if (e.withheld() || e.is(Kind.REFUSED) || e.is(Kind.UNREADABLE)) {
                return new Commit(sha, null, null);
            }
            throw e;
        }
    }
}
