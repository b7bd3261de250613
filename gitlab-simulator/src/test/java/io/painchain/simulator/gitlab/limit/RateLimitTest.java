package io.painchain.simulator.gitlab.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;

class RateLimitTest {

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void refusesInPlainTextWithHeadersUntilThePeriodIsOver() {
        limits(LimitSettings.likeGitLabCom().most(2, Duration.ofMinutes(1)));
        gitLab.get("/user");
        gitLab.get("/user");

        Reply refused = gitLab.get("/user");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("Retry later\n");
        assertThat(refused.header("Content-Type")).isEqualTo("text/plain");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        gitLab.later(Duration.ofSeconds(60));
        assertThat(gitLab.get("/user").status()).isEqualTo(200);
    }

    @Test
    void refusesOneEndpointInJsonWithoutHeadersWhileMuchRemains() {
        limits(LimitSettings.likeGitLabCom().endpoint("/projects/:id", 1));
        String remaining = gitLab.ofProject("").header("RateLimit-Remaining");

        Reply refused = gitLab.ofProject("");

        assertThat(remaining).isEqualTo("1999");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/message/error")).startsWith("This endpoint has been requested too many times");
        assertThat(refused.header("RateLimit-Remaining")).isNull();
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(gitLab.ofProject("/issues").status()).isEqualTo(200);
    }

    @Test
    void scalesTheLimitToAMinuteButNotWhatRemains() {
        limits(LimitSettings.selfManaged());

        Reply reply = gitLab.get("/user");

        assertThat(reply.header("RateLimit-Limit")).isEqualTo("120");
        assertThat(reply.header("RateLimit-Remaining")).isEqualTo("7199");
    }

    @Test
    void saysNothingOfLimitsWhereHeadersAreOff() {
        limits(LimitSettings.likeGitLabCom().withHeaders(false).most(1, Duration.ofMinutes(1)));

        assertThat(gitLab.get("/user").header("RateLimit-Remaining")).isNull();
        assertThat(gitLab.get("/user").status()).isEqualTo(429);
        assertThat(gitLab.simulator().limits().usage().refusals()).isEqualTo(1);
    }

    @Test
    void refusesNobodyWhereNobodySwitchedThemOn() {
        limits(LimitSettings.none());

        assertThat(gitLab.get("/user").header("RateLimit-Limit")).isNull();
        assertThat(gitLab.simulator().limits().usage().mostPerMinute()).isEqualTo(1);
    }

    private void limits(LimitSettings settings) {
        gitLab.simulator().limits().settings(settings);
    }
}
