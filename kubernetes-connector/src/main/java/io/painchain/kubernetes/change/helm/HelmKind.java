package io.painchain.kubernetes.change.helm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Operations;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.HelmMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.HelmFacts;
import io.painchain.kubernetes.reflector.Target;

/** Revisions of releases, by the labels of their Secrets; only a new revision's Secret is read whole. */
public final class HelmKind implements ChangeKind {

    /** Apart from Secrets as such, which are another kind's. */
    private static final ResourceType RELEASES = ResourceType.core("secrets", "HelmSecret");
    private static final int MOST_NOTED_VALUES = 300;

    @Override
    public String source() {
        return "helm";
    }

    @Override
    public boolean hasHistory() {
        return true;
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return config.options().helm()
                ? List.of(Watched.unstored(Target.all(RELEASES).selected("owner=helm").withMetadataOnly(), HelmFacts::of))
                : List.of();
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        HelmFacts facts = change.after().facts(HelmFacts.class);
        if (facts == null) {
            return;
        }
        if (change.deleted()) {
            deleted(change, facts, situation);
        } else {
            // Also what the list before a replay has shown already: the notes know what was told of it.
            follow(change.after().namespace(), facts.release(), change.origin(), situation);
        }
    }

    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        situation.table(RELEASES.kind()).all().map(one -> List.of(one.namespace(), one.facts(HelmFacts.class).release()))
                .distinct().toList().forEach(one -> follow(one.get(0), one.get(1), origin, situation));
    }

    /** Helm deletes the oldest by itself; a release is gone with its last. */
    private static void deleted(ObjectChange change, HelmFacts facts, Situation situation) {
        Notes notes = situation.notes(change.after().namespace());
        boolean last = revisions(change.after().namespace(), facts.release(), situation).stream()
                .allMatch(one -> one.uid().equals(change.after().uid()));
        Map<String, Object> note = notes.get(key(facts.release()));
        if (last && !note.isEmpty()) {
            situation.draft(HelmMapper.uninstalled(situation.scope(change.after().namespace()), facts.release(),
                    number(note, "n"), String.valueOf(note.get("u")), change.now()));
            notes.remove(key(facts.release()));
        }
    }

    private static List<ObjectState> revisions(String namespace, String release, Situation situation) {
        return situation.table(RELEASES.kind()).in(namespace).stream()
                .filter(one -> one.facts(HelmFacts.class).release().equals(release))
                .sorted(Comparator.comparingLong(one -> one.facts(HelmFacts.class).revision())).toList();
    }

    private static String key(String release) {
        return "helm/" + release;
    }

    private static void follow(String namespace, String release, Origin origin, Situation situation) {
        if (!situation.complete(RELEASES.kind())) {
            return;
        }
        Notes notes = situation.notes(namespace);
        Map<String, Object> known = notes.get(key(release));
        long last = number(known, "n");
        Set<Long> open = open(known);
        for (ObjectState one : revisions(namespace, release, situation)) {
            HelmFacts facts = one.facts(HelmFacts.class);
            boolean ends = !facts.status().equals("in_progress") && open.remove(facts.revision());
            if (facts.revision() > last || ends) {
                if (facts.status().equals("in_progress")) {
                    open.add(facts.revision());
                }
                boolean late = origin != Origin.BASELINE && last > 0 && facts.modifiedAt() != null
                        && facts.modifiedAt().isBefore(situation.now().minusSeconds(600));
                situation.draft(HelmMapper.revision(situation.scope(namespace), one, facts, late));
                if (one.created() != null) {
                    Operations.begun(situation, namespace, "helm",
                            HelmMapper.id(situation.scope(namespace), release, facts.revision(), one.shortUid()),
                            one.created());
                }
                note(notes, release, one, facts, open);
            }
        }
        pruned(namespace, release, last, situation);
        long newest = number(notes.get(key(release)), "n");
        if (newest > last) {
            readContent(namespace, release, newest, situation);
        }
    }

    /** A list before a replay shows later revisions before the end of an earlier one is told. */
    private static Set<Long> open(Map<String, Object> known) {
        return known.get("o") instanceof List<?> numbers
                ? numbers.stream().map(number -> ((Number) number).longValue()).collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>();
    }

    private static void note(Notes notes, String release, ObjectState one, HelmFacts facts, Set<Long> open) {
        Map<String, Object> note = new LinkedHashMap<>(notes.get(key(release)));
        if (facts.revision() >= number(note, "n")) {
            note.put("n", facts.revision());
            note.put("u", one.shortUid());
            note.put("t", one.created() == null ? 0 : one.created().getEpochSecond());
        }
        note.put("o", List.copyOf(open));
        notes.put(key(release), note);
    }

    private static void pruned(String namespace, String release, long last, Situation situation) {
        List<Long> numbers = revisions(namespace, release, situation).stream()
                .map(one -> one.facts(HelmFacts.class).revision()).toList();
        if (last > 0 && !numbers.isEmpty() && numbers.get(0) > last + 1) {
            situation.gap("helm", null, situation.now(), "revisions " + (last + 1) + "–" + (numbers.get(0) - 1) + " of "
                    + namespace + "/" + release + " were pruned");
        }
    }

    /** Chart, and which values are others than in the revision before. */
    private static void readContent(String namespace, String release, long revision, Situation situation) {
        ObjectState newest = revisions(namespace, release, situation).stream()
                .filter(one -> one.facts(HelmFacts.class).revision() == revision).findFirst().orElse(null);
        if (newest == null) {
            return;
        }
        situation.whole(RELEASES, namespace, newest.name(), secret -> {
            HelmFacts.Content content = HelmFacts.content(secret, situation.digests());
            if (content == null) {
                return;
            }
            Notes notes = situation.notes(namespace);
            Map<String, Object> note = new LinkedHashMap<>(notes.get(key(release)));
            Map<String, Integer> before = number(note, "v") == revision - 1 ? values(note) : null;
            ObjectState now = situation.table(RELEASES.kind()).get(namespace, newest.name());
            if (now != null) {
                situation.draft(
                        HelmMapper.content(situation.scope(namespace), now, now.facts(HelmFacts.class), content, before));
            }
            note.put("v", revision);
            note.put("d", content.values().size() > MOST_NOTED_VALUES ? Map.of() : new HashMap<>(content.values()));
            notes.put(key(release), note);
        });
    }

    private static Map<String, Integer> values(Map<String, Object> note) {
        return note.get("d") instanceof Map<?, ?> digests ? digests.entrySet().stream().collect(Collectors
                .toMap(one -> String.valueOf(one.getKey()),
                        one -> one.getValue() instanceof Number number ? number.intValue() : 0))
                : null;
    }

    private static long number(Map<String, Object> note, String key) {
        return note.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
