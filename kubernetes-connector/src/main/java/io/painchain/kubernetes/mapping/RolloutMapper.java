package io.painchain.kubernetes.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.RolloutProgress;
import io.painchain.kubernetes.projection.TemplateFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;
import io.painchain.model.event.EventDraft;

public final class RolloutMapper {

    private RolloutMapper() {
    }

    public static String id(ClusterScope scope, String kind, String name, String shortUid, long revision) {
        return "rollout-" + scope.object(kind, name) + "@" + shortUid + "." + revision;
    }

    public static EventDraft draft(ClusterScope scope, Rollout rollout) {
        String name = rollout.workload().name();
        String id = id(scope, rollout.kind(), name, rollout.workload().shortUid(), rollout.revision().revision());
        TemplateDifference difference = rollout.before() == null ? null
                : TemplateDifference.of(rollout.before().template(), rollout.revision().template());
        String trigger = trigger(rollout, difference);
        WorkloadFacts facts = rollout.workload().facts(WorkloadFacts.class);
        DraftBuilder draft = scope.draft("rollout", rollout.kind(), name).externalId(id)
                .title("[Rollout] " + Marks.of(rollout.status()) + " " + name + words(rollout, difference, trigger))
                .at("begin", rollout.begin(), rollout.workload().changedAt()).until("end", rollout.end())
                .asOf(rollout.asOf()).status(rollout.status()).description(rollout.revision().changeCause()).key(id)
                .data("revision", rollout.revision().revision()).data("trigger", trigger)
                .data("version", version(rollout.revision().template()))
                .data("time_exact", rollout.exact() ? null : Boolean.FALSE)
                .data("seen_late", rollout.late() ? Boolean.TRUE : null);
        if (difference != null && !difference.data().isEmpty()) {
            draft.data("diff", difference.data());
        }
        keys(scope, rollout, draft);
        draft.author(rollout.cause().manager()).data("manager", rollout.cause().manager());
        if (facts != null && !rollout.status().equals("superseded")) {
            draft.data("app_version", facts.version());
            progress(rollout, facts, draft);
        }
        return draft.build();
    }

    private static void keys(ClusterScope scope, Rollout rollout, DraftBuilder draft) {
        draft.key(rollout.cause().operation()).key(rollout.cause().commit());
        rollout.running().forEach(image -> draft.key("image:" + image));
        rollout.revision().template().images().values().stream().map(ImageName::parse).forEach(image -> {
            image.keys(scope.imageRepositories()).forEach(draft::key);
            draft.data("commit_prefix", image.commitPrefix());
        });
    }

    /** Numbers of replicas that are no news while they go up are told with each change of the status only. */
    private static void progress(Rollout rollout, WorkloadFacts facts, DraftBuilder draft) {
        RolloutProgress progress = facts.progress();
        Map<String, Object> replicas = new LinkedHashMap<>();
        replicas.put("desired", progress.desired());
        if (rollout.end() != null) {
            replicas.put("updated", progress.updated());
            replicas.put("ready", progress.ready());
        }
        draft.data("replicas", replicas).data("message", progress.message());
    }

    private static String trigger(Rollout rollout, TemplateDifference difference) {
        if (rollout.rollback()) {
            return "rollback";
        }
        if (rollout.first()) {
            return "first";
        }
        return difference == null ? "other" : difference.trigger();
    }

    private static String words(Rollout rollout, TemplateDifference difference, String trigger) {
        if (difference != null && difference.firstImageAfter() != null) {
            int more = difference.images().size() - 1;
            return (rollout.rollback() ? " rolled back " : " ")
                    + versions(difference.firstImageBefore(), difference.firstImageAfter())
                    + (more > 0 ? " (+" + more + ")" : "");
        }
        return switch (trigger) {
            case "rollback" -> " rolled back";
            case "restart" -> " restarted";
            case "first" -> " " + version(rollout.revision().template());
            case "other" -> "";
            default -> ": " + trigger;
        };
    }

    private static String versions(String before, String after) {
        ImageName old = ImageName.parse(before);
        ImageName now = ImageName.parse(after);
        return old.version().equals(now.version()) ? old.repository() + " → " + now.repository()
                : old.version() + " → " + now.version();
    }

    private static String version(TemplateFacts template) {
        return template.images().values().stream().findFirst().map(image -> ImageName.parse(image).version()).orElse("");
    }
}
