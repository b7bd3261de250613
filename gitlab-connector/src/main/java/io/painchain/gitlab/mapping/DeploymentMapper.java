package io.painchain.gitlab.mapping;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.api.record.ci.Deployment;
import io.painchain.gitlab.api.record.ci.Deployment.Environment;
import io.painchain.gitlab.api.record.ci.Job;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.TypedKey;

public final class DeploymentMapper {

    private static final int SHIPPED = 60;

    private DeploymentMapper() {
    }

    /** @param shipped numbers of merge requests, or null where they were not read */
    public static EventDraft toDraft(ProjectScope scope, Deployment deployment, List<Long> shipped) {
        return identified(scope, deployment, "deployment", shipped).externalId(idOf(scope, deployment))
                .at("created_at", deployment.createdAt(), deployment.updatedAt()).asOf(deployment.updatedAt())
                .url(pageOf(deployment)).build();
    }

    /** The state in which it was read; those between two polls are lost. */
    public static EventDraft status(ProjectScope scope, Deployment deployment, List<Long> shipped) {
        return identified(scope, deployment, "deployment_status", shipped)
                .externalId(idOf(scope, deployment) + "#" + deployment.status())
                .at("changed_at", happened(deployment), deployment.updatedAt()).asOf(deployment.updatedAt())
                .url(pageOf(deployment)).build();
    }

    private static DraftBuilder identified(ProjectScope scope, Deployment deployment, String type, List<Long> shipped) {
        Environment environment = deployment.environment();
        String name = environment == null ? null : environment.name();
        Job job = deployment.deployable();
        boolean tag = job != null && Boolean.TRUE.equals(job.tag()) && deployment.ref() != null;
        boolean built = job != null && job.pipeline() != null;
        DraftBuilder draft = DraftBuilder.of(scope, type)
                .title("[Deployment] ", name == null ? "" : name + " ", deployment.status()).status(deployment.status())
                .author(User.loginOf(deployment.user())).entity(scope.deployment(deployment.id()))
                .key(deployment.sha() == null ? null : scope.commit(deployment.sha()))
                .key(tag ? scope.tag(deployment.ref()) : null).key(built ? scope.pipeline(job.pipeline().id()) : null)
                .key(job == null ? null : scope.job(job.id())).key(idOf(scope, deployment))
                .data("deployment_id", deployment.id()).data("environment", name).data("state", deployment.status())
                .data("ref", deployment.ref()).data("commit_sha", Text.shortSha(deployment.sha(), 7))
                .data("head_sha", deployment.sha()).data("job_id", job == null ? null : job.id())
                .data("pipeline_id", built ? job.pipeline().id() : null).data("log_url", job == null ? null : job.webUrl());
        if (environment != null) {
            draft.data("environment_url", environment.externalUrl()).data("production",
                    environment.tier() == null ? null : "production".equals(environment.tier()));
        }
        if (shipped != null) {
            shipped.stream().limit(SHIPPED).forEach(iid -> draft.key(TypedKey.ships.of(scope.mergeRequest(iid))));
            draft.data("shipped", shipped.stream().limit(SHIPPED).toList());
            if (shipped.size() > SHIPPED) {
                draft.fact("shipped_count", null);
            }
        }
        return draft;
    }

    private static Instant happened(Deployment deployment) {
        Job job = deployment.deployable();
        Instant ofJob = job == null ? null : switch (deployment.status()) {
            case "running" -> job.startedAt();
            case "success", "failed", "canceled" -> job.finishedAt();
            default -> null;
        };
        return ofJob == null ? deployment.updatedAt() : ofJob;
    }

    private static String idOf(ProjectScope scope, Deployment deployment) {
        return "deployment-" + scope.identity() + "-" + deployment.id();
    }

    private static String pageOf(Deployment deployment) {
        Job job = deployment.deployable();
        return job != null ? job.webUrl() : deployment.environment() == null ? null : deployment.environment().externalUrl();
    }
}
