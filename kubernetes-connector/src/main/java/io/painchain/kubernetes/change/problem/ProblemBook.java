package io.painchain.kubernetes.change.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.Problem;
import io.painchain.kubernetes.mapping.ProblemMapper;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.PlainFacts;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.status.PodFacts;
import io.painchain.kubernetes.projection.status.PodFacts.Trouble;

/** What ails the workloads of one namespace, now and as it was noted. */
final class ProblemBook {

    static final String PREFIX = "problem/";
    /** A crash loop pauses for five minutes, and is no better for it. */
    private static final Duration OVER = Duration.ofMinutes(10);
    private static final Duration UNSCHEDULABLE_FROM = Duration.ofMinutes(2);

    private final Situation situation;
    private final String namespace;
    private final boolean first;

    /** @param first whether nobody watched before */
    ProblemBook(Situation situation, String namespace, boolean first) {
        this.situation = situation;
        this.namespace = namespace;
        this.first = first;
    }

    /** @param without a pod that goes; {@code null}: none */
    void look(ObjectState without) {
        Instant now = situation.now();
        Map<String, Affected> affected = new TreeMap<>();
        for (ObjectState pod : situation.table(ProblemKind.PODS).in(namespace)) {
            PodFacts facts = pod.facts(PodFacts.class);
            if (facts != null && !facts.troubles().isEmpty() && (without == null || !without.uid().equals(pod.uid()))) {
                facts.troubles().stream().filter(trouble -> counts(trouble, now))
                        .forEach(trouble -> add(affected, pod, facts, trouble));
            }
        }
        situation.table("ReplicaSet").in(namespace).stream().filter(ProblemBook::fails).forEach(set -> addSet(affected, set));
        situation.table("HorizontalPodAutoscaler").in(namespace).stream().filter(ProblemBook::isAtItsLimit)
                .forEach(one -> addScaler(affected, one));
        affected.forEach(this::open);
        situation.notes(namespace).beginning(PREFIX).forEach((key, note) -> {
            if (!affected.containsKey(key)) {
                close(key, note, now);
            }
        });
    }

    private static boolean counts(Trouble trouble, Instant now) {
        if (trouble.reason().equals("Unschedulable")) {
            return !trouble.since().plus(UNSCHEDULABLE_FROM).isAfter(now);
        }
        return trouble.lasting() || trouble.since().plus(OVER).isAfter(now);
    }

    static boolean fails(ObjectState set) {
        RevisionFacts facts = set.facts(RevisionFacts.class);
        return facts != null && facts.failure() != null;
    }

    static boolean isAtItsLimit(ObjectState scaler) {
        PlainFacts facts = scaler.facts(PlainFacts.class);
        return facts != null && facts.atLimitSince() != null;
    }

    private void add(Map<String, Affected> affected, ObjectState pod, PodFacts facts, Trouble trouble) {
        Problem.Place place = placeOf(pod, facts);
        affected.computeIfAbsent(key(place), unknown -> new Affected(place)).add(trouble.reason(), pod.name(), trouble.since(),
                trouble.container(), trouble.message(), trouble.restarts());
    }

    private void addSet(Map<String, Affected> affected, ObjectState set) {
        RevisionFacts facts = set.facts(RevisionFacts.class);
        Problem.Place place = placeOf(set, facts);
        Instant since = facts.failingSince() == null ? set.created() : facts.failingSince();
        affected.computeIfAbsent(key(place), unknown -> new Affected(place)).add("FailedCreate", set.name(), since, null, null,
                0);
    }

    private void addScaler(Map<String, Affected> affected, ObjectState scaler) {
        Problem.Place place = new Problem.Place("HorizontalPodAutoscaler", scaler.name(), scaler.shortUid(), 0);
        affected.computeIfAbsent(key(place), unknown -> new Affected(place)).add("AtMaxReplicas", scaler.name(),
                scaler.facts(PlainFacts.class).atLimitSince(), null, null, 0);
    }

    private static String key(Problem.Place place) {
        return PREFIX + place.kind() + "/" + place.name() + "/" + place.shortUid() + "/" + place.revision();
    }

    private Problem.Place placeOf(ObjectState pod, PodFacts facts) {
        Meta.Owner owner = facts.owner();
        if (owner == null) {
            return new Problem.Place("Pod", pod.name(), pod.shortUid(), 0);
        }
        if (owner.kind().equals("ReplicaSet")) {
            ObjectState set = situation.table("ReplicaSet").get(namespace, owner.name());
            RevisionFacts revision = set == null ? null : set.facts(RevisionFacts.class);
            return revision == null ? place(owner, 0) : placeOf(set, revision);
        }
        long revision = situation.table("ControllerRevision").in(namespace).stream()
                .map(one -> one.facts(RevisionFacts.class))
                .filter(one -> one != null && one.owner() != null && one.owner().uid().equals(owner.uid()))
                .filter(one -> facts.hash() != null && one.hash() != null && facts.hash().endsWith(one.hash()))
                .mapToLong(RevisionFacts::revision).max().orElse(0);
        return place(owner, revision);
    }

    private static Problem.Place placeOf(ObjectState set, RevisionFacts revision) {
        return revision.owner() == null ? new Problem.Place("ReplicaSet", set.name(), set.shortUid(), 0)
                : place(revision.owner(), revision.revision());
    }

    private static Problem.Place place(Meta.Owner owner, long revision) {
        String digits = owner.uid().replace("-", "");
        return new Problem.Place(owner.kind(), owner.name(), digits.substring(0, Math.min(8, digits.length())), revision);
    }

    private void open(String key, Affected affected) {
        Notes notes = situation.notes(namespace);
        Map<String, Object> known = notes.get(key);
        boolean going = known.get("b") instanceof Number;
        List<String> reasons = new ArrayList<>(going && known.get("r") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of());
        affected.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        Instant begin = going ? Instant.ofEpochSecond(((Number) known.get("b")).longValue()) : affected.since();
        int pods = Math.max(affected.pods(), known.get("p") instanceof Number number ? number.intValue() : 0);
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("b", begin.getEpochSecond());
        note.put("r", reasons);
        note.put("p", pods);
        note.put("c", affected.container() == null ? "" : affected.container());
        note.put("k", affected.place().kind());
        note.put("m", affected.place().name());
        note.put("u", affected.place().shortUid());
        note.put("v", affected.place().revision());
        boolean news = !going || !reasons.equals(known.get("r")) || !((Object) pods).equals(known.get("p"));
        if (news) {
            situation.draft(ProblemMapper.draft(situation.scope(namespace),
                    new Problem(affected.place(), reasons, begin, null, later(affected.newest(), begin), pods,
                            affected.container(), affected.restarts(), affected.message(), first && !going)));
        }
        note.put("l", affected.newest().getEpochSecond());
        notes.put(key, note);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void close(String key, Map<String, Object> note, Instant now) {
        Notes notes = situation.notes(namespace);
        if (!(note.get("q") instanceof Number quiet)) {
            Map<String, Object> quieter = new LinkedHashMap<>(note);
            quieter.put("q", now.getEpochSecond());
            notes.put(key, quieter);
            return;
        }
        Instant since = Instant.ofEpochSecond(quiet.longValue());
        if (since.plus(OVER).isAfter(now)) {
            return;
        }
        Problem.Place place = new Problem.Place(String.valueOf(note.get("k")), String.valueOf(note.get("m")),
                String.valueOf(note.get("u")), note.get("v") instanceof Number number ? number.longValue() : 0);
        List<String> reasons = note.get("r") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        Instant begin = Instant.ofEpochSecond(((Number) note.get("b")).longValue());
        int pods = note.get("p") instanceof Number number ? number.intValue() : 1;
        situation.draft(ProblemMapper.draft(situation.scope(namespace), new Problem(place, reasons, begin,
                later(since, begin), later(now, begin), pods, null, 0, null, false)));
        notes.remove(key);
    }
}
