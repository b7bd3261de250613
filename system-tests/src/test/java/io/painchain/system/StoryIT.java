package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.painchain.demo.Company;
import io.painchain.demo.Options;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.time.SettableClock;

/** The demo's story through GitHub, GitLab and a cluster is one chain, in the API and in the drawer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {

    /** Until the release that crashes is rolled back and running. */
    private static final Duration STORY = Duration.ofSeconds(230);
    private static final String BROKEN = "v3.1.0";
    /** What the rollout is one step away from. */
    private static final List<String> CHAIN = List.of("[PR] Keep gateway connections open", "[Release]", "[Pipeline]", "[Sync]",
            "[Problem] CrashLoopBackOff: payments");

    private final SettableClock clock = new SettableClock(Instant.now().minus(STORY));
    private Company company;
    private Installation installation;

    @BeforeAll
    void live() {
        company = Company.found(Options.parse("--port", "0", "--gitlab-port", "0", "--kubernetes-port", "0"), clock);
        installation = new Installation().startBackend();
        installation.startConnector();
        installation.startConnector("gitlab", installation.uri(), Map.of());
        installation.startConnector("kubernetes", installation.uri(), Map.of());
        installation.integrate(installation.api(), "kubernetes", "Cluster", Map.of("clusterName", "prod", "apiUrl",
                company.kubernetes().origin().toString(), "token", KubernetesConfig.TOKEN));
        for (long second = 0; second < STORY.toSeconds(); second++) {
            clock.tick(Duration.ofSeconds(1));
            company.tick();
            company.kubernetes().store().wake();
        }
        installation.integrate(installation.api(), "gitlab", "GitLab", Map.of("token", GitLabConfig.TOKEN, "url",
                company.gitLab().uri().toString()));
        installation.integrate(installation.api(), "github", "GitHub", Map.of("token", SimulatorConfig.TOKEN, "apiUrl",
                company.gitHub().enterpriseUri().toString(), "repositories", List.of("acme/payments")));
    }

    @AfterAll
    void end() {
        if (installation != null) {
            installation.close();
        }
        company.close();
    }

    @Test
    void leadsFromTheMergeToTheCrashThroughThreeSystems() {
        await("the chain").atMost(Patience.PROCESS).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(CHAIN)
                        .allSatisfy(title -> assertThat(titles(related(rollout()))).anyMatch(one -> one.startsWith(title))));

        assertThat(related(rollout())).extracting(event -> event.get("connector")).contains("github", "gitlab", "kubernetes");
        var sync = related(rollout()).stream().filter(event -> event.get("type").equals("gitops_sync")).findFirst()
                .orElseThrow();
        assertThat(titles(related((String) sync.get("id")))).contains("[MR] Deploy payments " + BROKEN);
    }

    private static List<String> titles(List<Map<String, Object>> events) {
        return events.stream().map(event -> (String) event.get("title")).toList();
    }

    @Test
    void isShownBesideItsRollout() {
        assumeTrue(Chromium.find().isPresent(), "No Chromium: install it, or name it in CHROMIUM");
        leadsFromTheMergeToTheCrashThroughThreeSystems();
        try (var chromium = Chromium.start();
                var tab = Tab.open(chromium.browser(), installation.uri())
                        .go("/?event=" + rollout() + "&range=all")) {
            var chain = tab.drawer().locator(".pc-chain");
            CHAIN.forEach(title -> assertThat(chain).containsText(title));
        }
    }

    private String rollout() {
        return installation.timeline().events("type=rollout&project=prod/payments").stream()
                .filter(event -> event.get("title").toString().endsWith(" → " + BROKEN)).map(event -> (String) event.get("id"))
                .findFirst().orElseThrow(() -> new AssertionError("The broken release is not rolled out"));
    }

    private List<Map<String, Object>> related(String event) {
        return installation.api().get("/api/events/" + event + "/related?limit=500").then().statusCode(200).extract().jsonPath()
                .getList("event");
    }
}
