package io.painchain.kubernetes.change.helm;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.HelmFacts;
import io.painchain.kubernetes.reflector.Target;

/** Revisions of releases, by the labels of their Secrets; only a new revision's Secret is read whole. */
public final class HelmKind implements ChangeKind {

    /** Apart from Secrets as such, which are another kind's. */
    static final ResourceType RELEASES = ResourceType.core("secrets", "HelmSecret");

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
                ? List.of(Watched.stored(Target.all(RELEASES).selected("owner=helm").withMetadataOnly(), HelmFacts::of)
                        .noting(HelmKind::note, HelmKind::facts))
                : List.of();
    }

    /** How each revision stood, so that a list before a replay is not taken for how it stands at its beginning. */
    private static Map<String, Object> note(ObjectState state) {
        HelmFacts facts = state.facts(HelmFacts.class);
        Map<String, Object> note = new HashMap<>();
        if (facts != null) {
            note.put("r", facts.release());
            note.put("n", facts.revision());
            note.put("s", facts.status());
            if (facts.modifiedAt() != null) {
                note.put("m", facts.modifiedAt().getEpochSecond());
            }
        }
        return note;
    }

    private static Object facts(Map<String, Object> note) {
        return note.get("r") instanceof String release && note.get("n") instanceof Number revision
                ? new HelmFacts(release, revision.longValue(), String.valueOf(note.get("s")),
                        note.get("m") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null)
                : null;
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        HelmFacts facts = change.after().facts(HelmFacts.class);
        if (facts == null) {
            return;
        }
        ReleaseBook book = new ReleaseBook(situation, change.after().namespace(), facts.release());
        if (change.deleted()) {
            book.deleted(change.after(), change.now());
            return;
        }
        if (facts.superseded()) {
            situation.table(RELEASES.kind()).put(change.after().facts(ended(change, facts)));
        }
        if (change.origin() == Origin.WATCHED) {
            // Also what is as it was: the notes know what was told of it.
            book.follow(Origin.WATCHED);
        }
    }

    /** What takes a revision's place changes nothing of how that ended. */
    private static HelmFacts ended(ObjectChange change, HelmFacts facts) {
        HelmFacts before = change.created() ? null : change.before().facts(HelmFacts.class);
        return before != null && before.ended() ? before : facts.deployed();
    }

    /** Only a whole list shows which revision was the next. */
    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        situation.table(RELEASES.kind()).all().map(one -> List.of(one.namespace(), one.facts(HelmFacts.class).release()))
                .distinct().toList().forEach(one -> new ReleaseBook(situation, one.get(0), one.get(1)).follow(origin));
    }
}
