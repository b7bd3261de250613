package io.painchain.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.run.NewRun;

class PagesTest {

    private static final By ALICE = By.user("alice");
    private static final String API = "/api/v3/repos/acme/api";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void showsAPageForEachAddressOfTheApi() {
        simulator.repository().pulls().open(new NewPull("Escape <b> & co", "change"), ALICE);
        simulator.repository().pulls().merge(1, MergeMethod.SQUASH, ALICE);
        simulator.repository().runs().start(new NewRun("CI", "main"), ALICE);
        simulator.repository().releases().create(new NewRelease("v1"), ALICE);

        assertThat(page(simulator.get(API + "/pulls/1").json().get("html_url").asText()))
                .contains("<h1>Escape &lt;b&gt; &amp; co #1</h1>", "<dd>merged</dd>");
        assertThat(page(simulator.get(API + "/actions/runs").json().at("/workflow_runs/0/html_url").asText()))
                .contains("<h1>CI #1</h1>", "<dd>in_progress</dd>");
        assertThat(page(simulator.get(API + "/commits").json().get(0).get("html_url").asText()))
                .contains("Escape &lt;b&gt; &amp; co (#1)");
        assertThat(page(simulator.get(API + "/releases").json().get(0).get("html_url").asText()))
                .contains("<h1>v1 (v1)</h1>");
        assertThat(page(simulator.get(API).json().get("html_url").asText())).contains("<h1>acme/api</h1>");
        assertThat(page(simulator.simulator().uri() + "/acme/api/pull/99")).contains("Nothing here");
    }

    @Test
    void keepsPagesAndApiApart() {
        assertThat(simulator.get("/repos/acme/api", "Accept", "text/html").header("Content-Type"))
                .startsWith("application/json");
        assertThat(simulator.get("/acme/api").status()).isEqualTo(404);
    }

    private String page(String address) {
        Reply page = new Client(simulator.simulator().uri(), null).get(address, "Accept", "text/html,*/*");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        return page.body();
    }
}
