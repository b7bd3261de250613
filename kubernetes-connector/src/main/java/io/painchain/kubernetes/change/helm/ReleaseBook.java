package io.painchain.kubernetes.change.helm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.Operations;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.HelmMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.HelmFacts;

/**
 * Follows the revisions of one release. Its note: number, uid and creation of the newest that is known, which ones go on,
 * and
 * digests of the newest values under which key.
 */
final class ReleaseBook {

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int MOST_NOTED_VALUES = 300;

    private final Situation situation;
    private final String namespace;
    private final String release;
    private final Notes notes;

    ReleaseBook(Situation situation, String namespace, String release) {
        this.situation = situation;
        this.namespace = namespace;
        this.release = release;
        this.notes = situation.notes(namespace);
    }

    /** Helm deletes the oldest by itself; a release is gone with its last. */
    void deleted(ObjectState revision, Instant at) {
        if (revisions().stream().allMatch(one -> one.uid().equals(revision.uid()))) {
            uninstalled(at);
        }
    }

    private void uninstalled(Instant at) {
        Map<String, Object> note = note();
        if (!note.isEmpty()) {
            situation.draft(HelmMapper.uninstalled(situation.scope(namespace), release, number(note, "n"),
                    String.valueOf(note.get("u")), at));
            notes.remove(key());
        }
    }

    void follow(Origin origin) {
        if (!situation.complete(HelmKind.RELEASES.kind())) {
            return;
        }
        List<ObjectState> revisions = revisions();
        if (isAnother(revisions, note())) {
            uninstalled(revisions.get(0).created());
        }
        Map<String, Object> known = note();
        Set<Long> open = open(known);
        for (ObjectState one : revisions) {
            HelmFacts facts = one.facts(HelmFacts.class);
            boolean ends = facts.ended() && open.remove(facts.revision());
            if (isNew(one, known) || ends) {
                if (!facts.ended()) {
                    open.add(facts.revision());
                }
                draft(one, facts, origin != Origin.BASELINE && !known.isEmpty());
                put(one, facts, open);
            }
        }
        pruned(revisions, number(known, "n"));
        if (!Objects.equals(note().get("u"), known.get("u"))) {
            readContent(number(note(), "n"));
        }
    }

    private void draft(ObjectState one, HelmFacts facts, boolean watched) {
        Instant at = facts.modifiedAt() == null ? one.created() : facts.modifiedAt();
        boolean late = watched && at != null && at.isBefore(situation.now().minus(LATE));
        situation.draft(HelmMapper.revision(situation.scope(namespace), one, facts, late));
        if (one.created() != null) {
            Operations.begun(situation, namespace, "helm",
                    HelmMapper.id(situation.scope(namespace), release, facts.revision(), one.shortUid()), one.created());
        }
    }

    private List<ObjectState> revisions() {
        return situation.table(HelmKind.RELEASES.kind()).in(namespace).stream()
                .filter(one -> one.facts(HelmFacts.class).release().equals(release))
                .sorted(Comparator.comparingLong(one -> one.facts(HelmFacts.class).revision())).toList();
    }

    /** A number is used again where somebody deleted its Secret, and from the first one on after a new installation. */
    private static boolean isNew(ObjectState revision, Map<String, Object> known) {
        return revision.facts(HelmFacts.class).revision() > number(known, "n") || isLater(revision, known);
    }

    private static boolean isLater(ObjectState revision, Map<String, Object> known) {
        long newest = number(known, "t");
        return newest > 0 && revision.created() != null && revision.created().getEpochSecond() > newest;
    }

    /** Whether it was uninstalled and installed again while nobody looked. */
    private static boolean isAnother(List<ObjectState> revisions, Map<String, Object> known) {
        return !revisions.isEmpty() && revisions.stream().allMatch(one -> isLater(one, known))
                && revisions.get(0).facts(HelmFacts.class).revision() <= number(known, "n");
    }

    private static Set<Long> open(Map<String, Object> known) {
        return known.get("o") instanceof List<?> numbers
                ? numbers.stream().map(number -> ((Number) number).longValue()).collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>();
    }

    private void put(ObjectState one, HelmFacts facts, Set<Long> open) {
        Map<String, Object> note = new LinkedHashMap<>(note());
        if (isNew(one, note) || facts.revision() == number(note, "n")) {
            note.put("n", facts.revision());
            note.put("u", one.shortUid());
            note.put("t", one.created() == null ? 0 : one.created().getEpochSecond());
        }
        note.put("o", List.copyOf(open));
        notes.put(key(), note);
    }

    private void pruned(List<ObjectState> revisions, long last) {
        long first = revisions.isEmpty() ? 0 : revisions.get(0).facts(HelmFacts.class).revision();
        if (last > 0 && first > last + 1) {
            situation.gap("helm", null, situation.now(), "revisions " + (last + 1) + "–" + (first - 1) + " of " + namespace
                    + "/" + release + " were pruned");
        }
    }

    /** Chart, and which values are others than in the revision before. */
    private void readContent(long revision) {
        ObjectState newest = revisions().stream().filter(one -> one.facts(HelmFacts.class).revision() == revision).findFirst()
                .orElse(null);
        if (newest == null) {
            return;
        }
        situation.whole(HelmKind.RELEASES, namespace, newest.name(), secret -> {
            HelmFacts.Content content = HelmFacts.content(secret, situation.digests());
            if (content == null) {
                return;
            }
            Map<String, Object> note = new LinkedHashMap<>(note());
            String key = situation.digests().keyId();
            Map<String, Integer> before = number(note, "v") == revision - 1 && key.equals(note.get("k")) ? values(note) : null;
            ObjectState now = situation.table(HelmKind.RELEASES.kind()).get(namespace, newest.name());
            if (now != null) {
                situation.draft(
                        HelmMapper.content(situation.scope(namespace), now, now.facts(HelmFacts.class), content, before));
            }
            note.put("v", revision);
            note.put("k", key);
            note.put("d", content.values().size() > MOST_NOTED_VALUES ? Map.of() : new HashMap<>(content.values()));
            notes.put(key(), note);
        });
    }

    private static Map<String, Integer> values(Map<String, Object> note) {
        return note.get("d") instanceof Map<?, ?> digests ? digests.entrySet().stream().collect(Collectors
                .toMap(one -> String.valueOf(one.getKey()),
                        one -> one.getValue() instanceof Number number ? number.intValue() : 0))
                : null;
    }

    private Map<String, Object> note() {
        return notes.get(key());
    }

    private String key() {
        return "helm/" + release;
    }

    private static long number(Map<String, Object> note, String key) {
        return note.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
