package io.painchain.simulator.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.world.change.By;

class ConditionalRequestTest {

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void answers304ToAWeakTagAndCountsItLikeA200() {
        Reply first = gitLab.ofProject("/issues");
        Reply second = gitLab.ofProject("/issues", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("RateLimit-Observed")).isEqualTo("2");
        assertThat(gitLab.simulator().requests().count("/projects/:id/issues", 304)).isEqualTo(1);
    }

    @Test
    void answersInFullWhereSomethingChanged() {
        String tag = gitLab.ofProject("/issues").header("ETag");
        gitLab.project().issues().open("Slow", "issue", By.user("bob"));

        assertThat(gitLab.ofProject("/issues", "If-None-Match", tag).status()).isEqualTo(200);
    }
}
