package io.painchain.simulator.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.world.change.By;

class RecordsTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void aReleaseHasNeitherNumberNorTimeOfChangeAndMayLieAhead() {
        gitLab.project().releases().create("v1", "main", "One", Instant.parse("2026-12-24T12:00:00Z"), BOB);

        Reply list = gitLab.ofProject("/releases?order_by=created_at");

        assertThat(list.json().get(0).has("id")).isFalse();
        assertThat(list.json().get(0).has("updated_at")).isFalse();
        assertThat(list.at("/0/upcoming_release")).isEqualTo("true");
        assertThat(gitLab.ofProject("/repository/tags").each("/name")).containsExactly("v1");
    }

    @Test
    void issuesHaveStepsLabelsAndAType() {
        gitLab.project().issues().open("Down", "incident", BOB);
        gitLab.project().issues().label(1, "sev1", true, BOB);
        gitLab.project().issues().label(1, "sev1", false, BOB);
        gitLab.project().issues().close(1, BOB);

        assertThat(gitLab.ofProject("/issues?scope=all&order_by=updated_at").at("/0/issue_type")).isEqualTo("incident");
        assertThat(gitLab.ofProject("/issues/1/resource_state_events").each("/state")).containsExactly("closed");
        Reply labels = gitLab.ofProject("/issues/1/resource_label_events");
        assertThat(labels.each("/action")).containsExactly("add", "remove");
        assertThat(labels.at("/0/label/name")).isEqualTo("sev1");
        assertThat(gitLab.ofProject("/issues/1").at("/closed_by/username")).isEqualTo("bob");
    }

    @Test
    void commitsNamePeopleAndHaveTheServersZone() {
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().commitZone(ZoneOffset.ofHours(2)));

        Reply list = gitLab.ofProject("/repository/commits?ref_name=main&with_stats=true");

        assertThat(list.at("/0/committed_date")).isEqualTo("2026-11-20T14:00:00.000+02:00");
        assertThat(list.at("/0/author_name")).isEqualTo("Admin");
        assertThat(list.json().at("/0/stats/total").asInt()).isPositive();
        assertThat(list.header("X-Total")).isNull();
        assertThat(gitLab.ofProject("").at("/created_at")).isEqualTo("2026-11-20T12:00:00.000Z");
    }

    @Test
    void comparesOldestFirst() {
        String before = gitLab.project().repository().head("main");
        gitLab.later(Duration.ofMinutes(1));
        gitLab.project().pushes().commit("main", List.of("Second"), BOB);
        gitLab.later(Duration.ofMinutes(1));
        String after = gitLab.project().pushes().commit("main", List.of("Third"), BOB).sha();

        Reply compared = gitLab.ofProject("/repository/compare?from=" + before + "&to=" + after);

        assertThat(compared.at("/commits/0/title")).isEqualTo("Second");
        assertThat(compared.at("/commit/title")).isEqualTo("Third");
    }

    @Test
    void branchesWithSlashesAreFoundEncoded() {
        gitLab.project().pushes().branch("fix/cart", "main", BOB);

        assertThat(gitLab.ofProject("/repository/branches/fix%2Fcart").at("/name")).isEqualTo("fix/cart");
        gitLab.project().pushes().deleteBranch("fix/cart", BOB);
        assertThat(gitLab.ofProject("/repository/branches/fix%2Fcart").status()).isEqualTo(404);
        assertThat(gitLab.ofProject("/events").at("/0/action_name")).isEqualTo("deleted");
    }

    @Test
    void theSameSeedMakesTheSameCommits() {
        World one = new World(gitLab.clock(), 7);
        World other = new World(gitLab.clock(), 7);

        assertThat(one.createProject("a/b").repository().head("main"))
                .isEqualTo(other.createProject("a/b").repository().head("main"));
    }
}
