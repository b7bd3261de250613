package io.painchain.github.change.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.painchain.connector.list.PageTag;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.TagMove;

/** The feed dates changes, late or never; the list shows what exists. A change seen in the list first keeps its id. */
final class TagChanges {

    private static final Duration SAME = Duration.ofMinutes(2);
    private static final int GONE_KEPT = 50;

    private final Map<String, Long> reported;
    private final Map<String, Long> gone;
    private final Map<String, Long> made;
    private final List<RefChange> changes = new ArrayList<>();
    private final List<TagMove> moves = new ArrayList<>();
    private final TagCommits knownCommits;
    private TagCommits commits;

    TagChanges(TagsState known) {
        reported = new HashMap<>(known.tags());
        gone = new HashMap<>(known.gone());
        made = new HashMap<>(known.made());
        knownCommits = known.standFor();
        commits = knownCommits;
    }

    /** Expects the feed's oldest entries first. */
    void takeFromFeed(RefChange change) {
        if (change.created()) {
            createdByFeed(change);
        } else {
            deletedByFeed(change);
        }
    }

    /** Expects the whole list. */
    void takeList(Set<String> names, Instant answeredAt, boolean first) {
        for (String name : names) {
            if (!reported.containsKey(name)) {
                reported.put(name, first ? 0 : -answeredAt.getEpochSecond());
                if (!first) {
                    changes.add(RefChange.noticed("tag", name, true, second(answeredAt.getEpochSecond()), null));
                }
            }
        }
        for (String name : List.copyOf(reported.keySet())) {
            if (!names.contains(name)) {
                made.put(name, reported.remove(name));
                gone.put(name, answeredAt.getEpochSecond());
                changes.add(RefChange.noticed("tag", name, false, second(answeredAt.getEpochSecond()), null));
            }
        }
    }

    /** Runs before {@link #takeList}; a tag that the feed shows as new is no move. {@code targets} are current ones by name. */
    void takeTargets(Set<String> before, Map<String, String> targets, Instant answeredAt) {
        Set<String> anew = changes.stream().map(RefChange::name).collect(Collectors.toSet());
        BiPredicate<String, String> moved = knownCommits.movedAmong(before);
        Map<String, String> whole = knownCommits.whole(before);
        boolean comparable = targets.size() > TagCommits.WHOLE == before.size() > TagCommits.WHOLE;
        targets.forEach((name, sha) -> {
            if (comparable && !anew.contains(name) && before.contains(name) && moved.test(name, sha)) {
                moves.add(new TagMove(name, second(answeredAt.getEpochSecond()), whole.get(name), null));
            }
        });
        commits = TagCommits.of(targets.keySet(), targets);
    }

    List<TagMove> moves() {
        return moves;
    }

    List<RefChange> changes() {
        return changes;
    }

    TagsState state(List<PageTag> pages, Instant readAt, boolean listed, boolean tooMany) {
        Map<String, Long> kept = newestGone();
        made.keySet().retainAll(kept.keySet());
        return new TagsState(null, null, kept, made, pages, readAt, listed, tooMany).withTags(reported).with(commits);
    }

    private Map<String, Long> newestGone() {
        return gone.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed()).limit(GONE_KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The feed may show the creation after the list showed creation and deletion. */
    private void createdByFeed(RefChange change) {
        long at = change.at().getEpochSecond();
        Map<String, Long> book = reported.containsKey(change.name()) ? reported : made;
        Long known = book.get(change.name());
        if (known != null && known < 0 && at <= -known + SAME.toSeconds()) {
            book.put(change.name(), -known);
            changes.add(change.reportedBefore(second(-known)));
        } else if (known == null || known <= 0 || at > known + SAME.toSeconds()) {
            reported.put(change.name(), at);
            changes.add(change);
        }
    }

    private void deletedByFeed(RefChange change) {
        // Stays known, because the feed may show it again.
        Long noticed = gone.get(change.name());
        if (noticed != null && change.at().getEpochSecond() <= noticed + SAME.toSeconds()) {
            changes.add(change.reportedBefore(second(noticed)));
            return;
        }
        Long created = reported.get(change.name());
        if (created == null || Math.abs(created) <= change.at().getEpochSecond()) {
            reported.remove(change.name());
        }
        changes.add(change);
    }

    private static Instant second(long epoch) {
        return Instant.ofEpochSecond(epoch);
    }
}
