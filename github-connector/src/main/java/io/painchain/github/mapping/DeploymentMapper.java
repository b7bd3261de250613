package io.painchain.github.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.api.record.DeploymentStatus;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.TypedKey;
import io.painchain.model.validation.Limits;

public final class DeploymentMapper {

    private static final String CREATED = "created";
    private static final int SHIPPED_KEYS = 80;
    private static final Pattern RUN = Pattern.compile("/actions/runs/(\\d++)");
    /** Recognizes a tag by its form: GitHub does not say whether a deployed ref is one. */
    private static final Pattern VERSION = Pattern.compile("^(?:refs/tags/)?+(v?+\\d++\\.\\d++\\S*+)");

    private DeploymentMapper() {
    }

    public static EventDraft toDraft(RepositoryScope scope, Deployment deployment) {
        return identified(scope, deployment, "deployment", deployment.environment(), CREATED)
                .externalId(idOf(scope, deployment))
                .at("created_at", deployment.createdAt(), deployment.updatedAt()).asOf(deployment.createdAt())
                .author(User.loginOf(deployment.creator()))
                .description(deployment.description()).build();
    }

    public static EventDraft toDraft(RepositoryScope scope, Deployment deployment, DeploymentStatus status) {
        String environment = status.environment() == null || status.environment().isBlank() ? deployment.environment()
                : status.environment();
        String log = given(status.logUrl()) == null ? given(status.targetUrl()) : status.logUrl();
        return identified(scope, deployment, "deployment_status", environment, Text.word(status.state()))
                .externalId(idOf(scope, deployment) + "#status-" + status.id())
                .at("created_at", status.createdAt(), status.updatedAt()).asOf(status.updatedAt())
                .author(User.loginOf(status.creator())).url(log == null ? given(status.environmentUrl()) : log)
                .description(status.description()).key(runOf(scope, log)).data("status_id", status.id())
                .data("environment_url", given(status.environmentUrl())).data("log_url", log).build();
    }

    /**
     * As of a moment later than the plain state, so that a thinner reading of the same state takes nothing of it away.
     *
     * @param forward from the version before to this one; {@code back} is the other way round
     */
    public static EventDraft shipped(RepositoryScope scope, EventDraft done, String before, Comparison forward,
            Comparison back) {
        Map<String, Object> data = new LinkedHashMap<>(done.data());
        List<Commit> commits = forward.commits();
        data.put("shipped_from", before);
        data.put("shipped_count", forward.totalCommits() == null ? commits.size() : forward.totalCommits());
        data.put("shipped", CommitEntries.compared(scope, commits));
        data.put("taken_back", back.commits().stream().map(Commit::sha).toList());
        data.putIfAbsent("missing", null);
        Set<String> keys = new LinkedHashSet<>(done.correlationKeys());
        keys.add(TypedKey.before.of(scope.commit(before)));
        Stream.concat(commits.stream().filter(Commit::isMerge), commits.stream().filter(commit -> !commit.isMerge()))
                .limit(SHIPPED_KEYS).map(commit -> TypedKey.ships.of(scope.commit(commit.sha()))).forEach(keys::add);
        back.commits().stream().map(commit -> TypedKey.reverts.of(scope.commit(commit.sha()))).forEach(keys::add);
        return new EventDraft(done.title(), done.connector(), done.project(), done.timestamp(), done.endTimestamp(),
                done.externalId(), done.integrationId(), done.asOf().plusMillis(1), done.type(), done.description(),
                done.author(), done.url(), done.status(), done.tags(), done.entity(),
                keys.stream().limit(Limits.CORRELATION_KEYS).toList(), data);
    }

    private static DraftBuilder identified(RepositoryScope scope, Deployment deployment, String type, String environment,
            String state) {
        return DraftBuilder.of(scope, type).title("[Deployment] ", environment == null ? "" : environment + " ", state)
                .status(state)
                .entity(scope.deployment(deployment.id()))
                .key(deployment.sha() == null ? null : scope.commit(deployment.sha())).key(tagOf(scope, deployment))
                .key(idOf(scope, deployment)).data("deployment_id", deployment.id()).data("environment", environment)
                .data("state", state).data("ref", deployment.ref()).data("commit_sha", Text.shortSha(deployment.sha(), 7))
                .data("head_sha", deployment.sha()).data("task", deployment.task())
                .data("production", deployment.productionEnvironment());
    }

    private static String idOf(RepositoryScope scope, Deployment deployment) {
        return "deployment-" + scope.identity() + "-" + deployment.id();
    }

    private static String tagOf(RepositoryScope scope, Deployment deployment) {
        Matcher version = VERSION.matcher(deployment.ref() == null ? "" : deployment.ref());
        return version.matches() ? scope.tag(version.group(1)) : null;
    }

    private static String runOf(RepositoryScope scope, String log) {
        Matcher run = RUN.matcher(log == null ? "" : log);
        return run.find() ? scope.workflowRun(run.group(1)) : null;
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
