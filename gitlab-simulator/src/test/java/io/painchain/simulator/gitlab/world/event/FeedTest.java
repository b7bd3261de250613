package io.painchain.simulator.gitlab.world.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.world.change.By;

class FeedTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void movesTheLastActivityOnlyWhereItIsOverAnHourOld() {
        gitLab.later(Duration.ofMinutes(59));
        gitLab.project().issues().open("First", "issue", BOB);
        assertThat(gitLab.ofProject("").at("/last_activity_at")).isEqualTo("2026-11-20T12:00:00.000Z");

        gitLab.later(Duration.ofMinutes(2));
        gitLab.project().issues().open("Second", "issue", BOB);
        assertThat(gitLab.ofProject("").at("/last_activity_at")).isEqualTo("2026-11-20T13:01:00.000Z");
    }

    @Test
    void pipelinesNeitherShowNorMoveTheLastActivity() {
        int before = gitLab.ofProject("/events").json().size();
        gitLab.later(Duration.ofHours(5));
        gitLab.project().pipelines().create(NewPipeline.of("main", "test"), BOB);

        assertThat(gitLab.ofProject("/events").json()).hasSize(before);
        assertThat(gitLab.ofProject("").at("/last_activity_at")).isEqualTo("2026-11-20T12:00:00.000Z");
    }

    @Test
    void saysOpenedForAReopeningButFindsItByItsAction() {
        gitLab.project().issues().open("Slow", "issue", BOB);
        gitLab.project().issues().close(1, BOB);
        gitLab.project().issues().reopen(1, BOB);

        assertThat(gitLab.ofProject("/events").each("/action_name")).startsWith("opened", "closed", "opened");
        assertThat(gitLab.ofProject("/events?action=reopened").each("/action_name")).containsExactly("opened");
    }

    @Test
    void pagesAreShortOrEmptyThoughMoreFollow() {
        gitLab.project().issues().open("Slow", "issue", BOB);
        gitLab.project().feed().addHidden(3, BOB);

        Reply first = gitLab.ofProject("/events?per_page=2");
        Reply second = gitLab.get(first.link("next"));

        assertThat(first.json()).isEmpty();
        assertThat(second.each("/action_name")).containsExactly("opened");
        assertThat(second.link("next")).isNotNull();
        assertThat(first.header("X-Total")).isNull();
    }

    @Test
    void aPushOfMoreThanThreeRefsIsOneBulkEvent() {
        gitLab.project().pushes().tags(Map.of("a", "main", "b", "main", "c", "main", "d", "main"), null, BOB);

        Reply reply = gitLab.ofProject("/events");

        assertThat(reply.at("/0/push_data/ref_count")).isEqualTo("4");
        assertThat(reply.at("/0/push_data/ref_type")).isEqualTo("tag");
        assertThat(reply.at("/0/push_data/ref")).isNull();
        assertThat(reply.at("/0/push_data/commit_to")).isNull();
    }

    @Test
    void aPushOfThreeBranchesIsThreeEvents() {
        gitLab.project().pushes().bulk(List.of("x", "y", "z"), "Change all", BOB);

        assertThat(gitLab.ofProject("/events").each("/push_data/ref")).startsWith("z", "y", "x");
        assertThat(gitLab.ofProject("/events").at("/0/action_name")).isEqualTo("pushed new");
    }

    @Test
    void takesWholeDaysOfWhichNeitherBoundBelongsToIt() {
        assertThat(gitLab.ofProject("/events?after=2026-11-19&before=2026-11-21").json()).hasSize(1);
        assertThat(gitLab.ofProject("/events?after=2026-11-20").json()).isEmpty();
        assertThat(gitLab.ofProject("/events?before=2026-11-20").json()).isEmpty();
    }

    @Test
    void aLateEventShowsBelowOnesThatCameBefore() {
        gitLab.project().feed().delay(Duration.ofMinutes(3));
        gitLab.project().issues().open("Late", "issue", BOB);
        gitLab.project().feed().delay(Duration.ZERO);
        gitLab.project().issues().open("At once", "issue", BOB);
        assertThat(gitLab.ofProject("/events").each("/target_title")).doesNotContain("Late");

        gitLab.later(Duration.ofMinutes(3));

        assertThat(gitLab.ofProject("/events").each("/target_title")).startsWith("At once", "Late");
    }
}
