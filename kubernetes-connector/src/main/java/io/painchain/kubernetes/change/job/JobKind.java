package io.painchain.kubernetes.change.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.JobMapper;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.JobFacts;
import io.painchain.kubernetes.reflector.Target;

/** A Job is one event; of a CronJob only a streak of failures is, until one run succeeds. */
public final class JobKind implements ChangeKind {

    private static final ResourceType JOBS = ResourceType.of("batch", "v1", "jobs", "Job");

    @Override
    public String source() {
        return "jobs";
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return List.of(Watched.stored(Target.all(JOBS), JobFacts::of));
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        JobFacts facts = change.after().facts(JobFacts.class);
        if (facts == null || change.deleted() || !change.differs()) {
            return;
        }
        if (facts.cronJob() == null) {
            situation.draft(JobMapper.job(situation.scope(change.after().namespace()), change.after(), facts));
        } else if (facts.end() != null) {
            streak(change.after(), facts, situation);
        }
    }

    private static void streak(ObjectState job, JobFacts facts, Situation situation) {
        Meta.Owner owner = facts.cronJob();
        Notes notes = situation.notes(job.namespace());
        String key = "cronjob/" + owner.name();
        Map<String, Object> note = new LinkedHashMap<>(notes.get(key));
        Instant first = note.get("f") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
        int failures = note.get("n") instanceof Number number ? number.intValue() : 0;
        if (facts.status().equals("failure")) {
            Instant begin = first == null ? facts.end() : first;
            note.put("f", begin.getEpochSecond());
            note.put("n", failures + 1);
            notes.put(key, note);
            situation.draft(JobMapper.streak(situation.scope(job.namespace()), job, facts, begin, failures + 1));
        } else if (first != null) {
            notes.remove(key);
            situation.draft(JobMapper.streak(situation.scope(job.namespace()), job, facts, first, failures));
        }
    }
}
