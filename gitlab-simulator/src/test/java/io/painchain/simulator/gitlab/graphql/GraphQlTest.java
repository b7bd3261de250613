package io.painchain.simulator.gitlab.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.world.change.By;

class GraphQlTest {

    private static final By BOB = By.user("bob");
    private static final String PROBE = "query Probe { queryComplexity { score limit } projects(ids: [%s], first: 50) { nodes { id fullPath "
            + "archived lastActivityAt mergeRequests(first: 1, updatedAfter: \"2026-11-20T11:58:00Z\") { nodes { iid updatedAt } } "
            + "issues(first: 1, updatedAfter: \"2026-11-20T11:58:00Z\") { nodes { iid } } "
            + "pipelines(first: 1, updatedAfter: \"2026-11-20T11:58:00Z\") { nodes { id status } } "
            + "releases(first: 1) { nodes { tagName } } } } }";

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void probesManyProjectsWithinItsComplexity() {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        gitLab.project().pipelines().create(NewPipeline.of("main", "test"), BOB);

        Reply reply = gitLab.query(PROBE.formatted("\"gid://gitlab/Project/" + gitLab.project().id() + "\""));

        assertThat(reply.at("/data/projects/nodes/0/fullPath")).isEqualTo("acme/shop/web");
        assertThat(reply.at("/data/projects/nodes/0/lastActivityAt")).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(reply.at("/data/projects/nodes/0/mergeRequests/nodes/0/iid")).isEqualTo("1");
        assertThat(reply.at("/data/projects/nodes/0/pipelines/nodes/0/status")).isEqualTo("CREATED");
        assertThat(reply.json().at("/data/projects/nodes/0/issues/nodes")).isEmpty();
        assertThat(reply.json().at("/data/queryComplexity/score").asInt()).isBetween(20, 60);
    }

    @Test
    void tellsDetailsOfMergeRequestsByTheirNumbers() {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache").commits(2), BOB);
        gitLab.project().mergeRequests().approve(1, By.user("carol"));
        gitLab.project().mergeRequests().merge(1, MergeMethod.MERGE, BOB);

        Reply reply = gitLab
                .query("query Details { project(fullPath: \"acme/shop/web\") { mergeRequests(iids: [\"1\"]) { nodes "
                        + "{ iid mergedAt mergeUser { username } commitCount diffStatsSummary { additions fileCount } "
                        + "commits(first: 80) { nodes { sha } } notes(filter: ONLY_ACTIVITY) { nodes { id body author { username } "
                        + "systemNoteMetadata { action } } } } } } }");

        String one = "/data/project/mergeRequests/nodes/0";
        assertThat(reply.at(one + "/mergedAt")).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(reply.json().at(one + "/commits/nodes")).hasSize(2);
        assertThat(reply.at(one + "/notes/nodes/0/systemNoteMetadata/action")).isEqualTo("approved");
        assertThat(reply.at(one + "/diffStatsSummary/fileCount")).isEqualTo("2");
    }

    @Test
    void tellsDetailsOfPipelines() {
        long id = gitLab.project().pipelines().create(NewPipeline.of("main", "build", "test"), BOB).id();
        gitLab.project().pipelines().finish(id, "failed", BOB);

        Reply reply = gitLab.query("query Pipelines { project(fullPath: \"acme/shop/web\") { pipelines(ids: "
                + "[\"gid://gitlab/Ci::Pipeline/" + id + "\"], first: 1) { nodes { finishedAt user { username } "
                + "jobs(statuses: [\"FAILED\"], first: 20) { nodes { name failureMessage stage { name } } } } } } }");

        assertThat(reply.at("/data/project/pipelines/nodes/0/jobs/nodes/0/name")).isEqualTo("test");
        assertThat(reply.at("/data/project/pipelines/nodes/0/user/username")).isEqualTo("bob");
    }

    @Test
    void refusesTooMuchComplexityWithoutData() {
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().graphQl(true, 10));

        Reply reply = gitLab.query(PROBE.formatted(""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("data")).isFalse();
        assertThat(reply.at("/errors/0/message")).endsWith("which exceeds max complexity of 10");
    }

    @Test
    void refusesUnknownFieldsAndArgumentsWithoutData() {
        Reply field = gitLab.query("{ projects(first: 1) { nodes { id deployments } } }");
        Reply argument = gitLab.query("{ projects(first: 1, sinceEver: true) { nodes { id } } }");

        assertThat(field.json().has("data")).isFalse();
        assertThat(field.at("/errors/0/extensions/code")).isEqualTo("undefinedField");
        assertThat(argument.at("/errors/0/extensions/code")).isEqualTo("argumentNotAccepted");
    }

    @Test
    void leavesOutWhatMayNotBeSeenWithoutAnError() {
        gitLab.project().turn(Feature.BUILDS, false);
        gitLab.simulator().world().createProject("acme/secret");
        gitLab.simulator().tokens().add(TokenGrant.of(GitLabConfig.TOKEN, "admin").projects("acme/shop/web"));

        Reply reply = gitLab.query("{ projects(first: 10) { nodes { fullPath pipelines(first: 1) { nodes { id } } } } }");

        assertThat(reply.json().at("/data/projects/nodes")).hasSize(1);
        assertThat(reply.at("/data/projects/nodes/0/pipelines")).isNull();
        assertThat(reply.json().has("errors")).isFalse();
    }

    @Test
    void isNotServedWhereItIsSwitchedOff() {
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().graphQl(false, 250));

        assertThat(gitLab.query("{ currentUser { username } }").status()).isEqualTo(404);
    }
}
