package io.painchain.simulator.api.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.run.NewRun;

class ConditionalRequestTest {

    private static final By ALICE = By.user("alice");
    private static final String PULLS = "/repos/acme/api/pulls?state=all&sort=updated&direction=desc";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.token(TokenGrant.classic("ghp_other", "bob")));

    @Test
    void answersNotModifiedWhileNothingChanged() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        Reply first = simulator.get(PULLS);

        Reply second = simulator.get(PULLS, "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).matches("W/\"[0-9a-f]{64}\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag").substring(2));
    }

    @Test
    void answersInFullAfterAChange() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        String known = simulator.get(PULLS).header("ETag");
        simulator.clock().tick(Duration.ofSeconds(1));
        simulator.repository().issues().comment(1, "Hm", ALICE);

        Reply reply = simulator.get(PULLS, "If-None-Match", known);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isNotEqualTo(known);
    }

    @Test
    void answersNotModifiedAfterAChangeElsewhere() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        String known = simulator.get(PULLS).header("ETag");
        simulator.repository().runs().start(new NewRun("CI", "main"), ALICE);
        simulator.world().createRepository("acme/web");

        assertThat(simulator.get(PULLS, "If-None-Match", known).status()).isEqualTo(304);
    }

    @Test
    void spendsNoQuotaOnNotModified() {
        Reply first = simulator.get(PULLS);

        Reply second = simulator.get(PULLS, "If-None-Match", first.header("ETag"));
        Reply third = simulator.get(PULLS);

        assertThat(second.number("X-RateLimit-Remaining")).isEqualTo(first.number("X-RateLimit-Remaining"));
        assertThat(third.number("X-RateLimit-Remaining")).isEqualTo(first.number("X-RateLimit-Remaining") - 1);
    }

    @Test
    void givesEachTokenAnEtagOfItsOwn() {
        Reply mine = simulator.get(PULLS);
        Reply theirs = Client.of(simulator.simulator(), "ghp_other").get(PULLS);

        assertThat(theirs.body()).isEqualTo(mine.body());
        assertThat(theirs.header("ETag")).isNotEqualTo(mine.header("ETag"));
        assertThat(Client.of(simulator.simulator(), "ghp_other").get(PULLS, "If-None-Match", mine.header("ETag")).status())
                .isEqualTo(200);
    }

    @Test
    void digestsTheHeadersOfVaryAndTheBody() throws NoSuchAlgorithmException {
        simulator.repository().issues().open(new NewIssue("An issue"), ALICE);

        Reply reply = simulator.get("/repos/acme/api/issues", "Accept", "application/vnd.github+json");

        String digested = "application/vnd.github+json:Bearer " + SimulatorConfig.TOKEN + "::" + reply.body();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(digested.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.header("ETag")).isEqualTo("W/\"" + HexFormat.of().formatHex(digest) + "\"");
    }

    @Test
    void noticesAnEventThatComesLate() {
        simulator.world().feedPolicy().delay(Duration.ofMinutes(5), Duration.ZERO);
        simulator.repository().issues().open(new NewIssue("An issue"), ALICE);
        Reply before = simulator.get("/repos/acme/api/events");
        simulator.clock().tick(Duration.ofMinutes(5));

        Reply after = simulator.get("/repos/acme/api/events", "If-None-Match", before.header("ETag"));

        assertThat(before.json()).isEmpty();
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json()).hasSize(1);
    }

    @Test
    void noticesARenamedRepositoryAndADeletedUser() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        String byId = "/repositories/" + simulator.repository().id() + "/pulls";
        String known = simulator.get(byId).header("ETag");

        simulator.world().deleteAccount("alice");
        Reply afterDeletion = simulator.get(byId, "If-None-Match", known);
        simulator.world().move(simulator.repository(), "acme/api-server");
        Reply afterRename = simulator.get(byId, "If-None-Match", afterDeletion.header("ETag"));

        assertThat(afterDeletion.status()).isEqualTo(200);
        assertThat(afterRename.status()).isEqualTo(200);
        assertThat(afterRename.body()).contains("acme/api-server");
    }

    @Test
    void answersNotModifiedByTime() {
        simulator.repository().issues().open(new NewIssue("An issue"), ALICE);
        Reply first = simulator.get("/repos/acme/api/issues/1");

        Reply same = simulator.get("/repos/acme/api/issues/1", "If-Modified-Since", first.header("Last-Modified"));
        simulator.clock().tick(Duration.ofSeconds(2));
        simulator.repository().issues().comment(1, "Hm", ALICE);
        Reply changed = simulator.get("/repos/acme/api/issues/1", "If-Modified-Since", first.header("Last-Modified"));

        assertThat(first.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 12:00:00 GMT");
        assertThat(same.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void countsConditionalRequests() {
        String known = simulator.get(PULLS).header("ETag");
        simulator.get(PULLS, "If-None-Match", known);
        simulator.get(PULLS, "If-None-Match", "\"else\"");

        assertThat(simulator.simulator().requests().conditional()).isEqualTo(2);
        assertThat(simulator.simulator().requests().notModified()).isEqualTo(1);
        assertThat(simulator.simulator().requests().count("/repos/{owner}/{repo}/pulls", 304)).isEqualTo(1);
    }
}
