package io.painchain.simulator.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.world.change.By;

class PagingTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void linksPagesAndCountsThem() {
        issues(5);

        Reply first = gitLab.ofProject("/issues?per_page=2");
        Reply last = gitLab.get(first.link("last"));

        assertThat(first.header("X-Total")).isEqualTo("5");
        assertThat(first.header("X-Next-Page")).isEqualTo("2");
        assertThat(last.each("/iid")).containsExactly("1");
        assertThat(last.link("next")).isNull();
    }

    @Test
    void namesTheServersOwnHostInLinks() {
        issues(3);
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().linkOrigin("https://gitlab.internal"));

        Reply reply = gitLab.ofProject("/issues?per_page=2&state=all");

        assertThat(reply.link("next")).isEqualTo("https://gitlab.internal/api/v4/projects/" + gitLab.project().id()
                + "/issues?page=2&per_page=2&state=all");
    }

    @Test
    void hasNoTotalAndNoLastPageBeyondWhatItCounts() {
        issues(4);
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().counts(3, 50_000));

        Reply reply = gitLab.ofProject("/issues?per_page=2");

        assertThat(reply.header("X-Total")).isNull();
        assertThat(reply.link("last")).isNull();
        assertThat(reply.link("next")).isNotNull();
    }

    @Test
    void refusesOffsetsBeyondTheLargestWhereAKeysetExists() {
        assertThat(gitLab.get("/projects?page=501&per_page=100").status()).isEqualTo(200);
        Reply refused = gitLab.get("/projects?page=502&per_page=100");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.at("/error")).contains("maximum allowed offset of 50000");
        assertThat(gitLab.ofProject("/merge_requests?page=502&per_page=100").status()).isEqualTo(200);
    }

    @Test
    void listsProjectsByKeyset() {
        for (int i = 0; i < 4; i++) {
            gitLab.simulator().world().createProject("acme/p" + i);
        }

        Reply first = gitLab.get("/projects?pagination=keyset&order_by=id&sort=asc&per_page=3");
        Reply second = gitLab.get(first.link("next"));

        assertThat(first.header("X-Total")).isNull();
        assertThat(first.link("next")).contains("id_after=" + first.at("/2/id"));
        assertThat(second.each("/path")).containsExactly("p2", "p3");
        assertThat(second.link("next")).isNull();
    }

    @Test
    void listsJobsByCursor() {
        gitLab.project().pipelines().create(NewPipeline.of("main", "a", "b", "c"), BOB);

        Reply first = gitLab.ofProject("/jobs?pagination=keyset&per_page=2");
        Reply second = gitLab.get(first.link("next"));

        assertThat(first.each("/name")).containsExactly("c", "b");
        assertThat(second.each("/name")).containsExactly("a");
    }

    @Test
    void findsProjectsByTheirLatestActivityAndName() {
        gitLab.later(Duration.ofHours(3));
        gitLab.simulator().world().createProject("acme/busy");

        assertThat(gitLab.get("/projects?membership=true&last_activity_after=2026-11-20T13:00:00Z").each("/path"))
                .containsExactly("busy");
        assertThat(gitLab.get("/projects?search=we").each("/path")).containsExactly("web");
    }

    @Test
    void includesTheVeryMomentOfUpdatedAfter() {
        issues(1);

        assertThat(gitLab.ofProject("/issues?updated_after=2026-11-20T12:00:00Z").json()).hasSize(1);
        assertThat(gitLab.ofProject("/issues?updated_after=2026-11-20T12:00:00.001Z").json()).isEmpty();
        assertThat(gitLab.ofProject("/issues?updated_after=yesterday").status()).isEqualTo(400);
    }

    private void issues(int count) {
        for (int i = 0; i < count; i++) {
            gitLab.project().issues().open("Issue " + i, "issue", BOB);
        }
    }
}
