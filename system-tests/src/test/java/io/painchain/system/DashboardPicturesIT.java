package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/**
 * Every page, light and dark, wide and narrow: without a barrier, without a scrollbar from left to right, and as a picture in
 * {@code target/pictures}; {@code -Dpictures=docs} puts them into docs/screenshots.
 */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPicturesIT {

    private static final int MAX_BYTES = 150 * 1024;

    private final Demo demo;
    private List<String> teams;
    private String subscription;
    private String gitHub;

    DashboardPicturesIT(Demo demo) {
        this.demo = demo;
    }

    @BeforeAll
    void thereAreTeams() {
        teams = Stream.of(Map.of("name", "Payments", "tags", List.of("payments", "tier-1")),
                Map.of("name", "Platform", "tags", List.of("infrastructure")))
                .map(team -> demo.installation.api().body(team).post("/api/teams").then().statusCode(201).extract()
                        .<String> path("id"))
                .toList();
    }

    /** Of whom nobody is there. */
    @BeforeAll
    void thereIsASubscription() {
        subscription = demo.installation.api().body(Map.of("name", "Deploy channel", "target", "slack", "url",
                "http://127.0.0.1:9/services/T0/B0/token", "filter", "type=release")).post("/api/subscriptions").then()
                .statusCode(201).extract().path("id");
        demo.send("[Release] v2.4.0", Map.of("type", "release", "externalId", "picture-release"));
        await("a message").atMost(Patience.PROCESS).until(() -> !demo.installation.api()
                .get("/api/subscriptions/" + subscription + "/messages").jsonPath().getList("$").isEmpty());
    }

    /** Asked for, as nobody waits for the day. */
    @BeforeAll
    void thereArePeople() {
        gitHub = demo.installation.api().get("/api/integrations").jsonPath().getString("find { it.type == 'github' }.id");
        demo.installation.api().post("/api/integrations/" + gitHub + "/people").then().statusCode(202);
        await("people").atMost(Patience.PROCESS).until(() -> !demo.installation.api().get("/api/people").jsonPath()
                .getList("$").isEmpty());
        assertThat(demo.installation.api().get("/api/integrations/" + gitHub + "/people").jsonPath().getInt("members"))
                .isPositive();
    }

    @AfterAll
    void thereAreNone() {
        demo.installation.api().delete("/api/subscriptions/" + subscription).then().statusCode(204);
        teams.forEach(team -> demo.installation.api().delete("/api/teams/" + team).then().statusCode(204));
    }

    @ParameterizedTest
    @ValueSource(strings = { "timeline", "event", "integrations", "integration", "teams", "fields", "subscriptions", "access",
            "delivery", "system", "people", "repositories" })
    void everyPageIsForEverybody(String name) throws IOException {
        try (var tab = demo.open(addressOf(name))) {
            show(name, tab);
            for (var look : Look.values()) {
                var loaded = tab.hasWidthOf(look);
                tab.changeLook(look);
                if (!loaded) {
                    tab.go(addressOf(name));
                    show(name, tab);
                }
                tab.hasNoBarrier();
                assertThat((Boolean) tab.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits into its width", look).isTrue();
                var file = folder().resolve(look.fileName(name));
                assertThat(tab.picture(file)).isLessThan(MAX_BYTES);
            }
        }
    }

    private String addressOf(String name) {
        return switch (name) {
            case "timeline" -> "/?connector=github";
            case "event" -> "/?connector=github&q=gateway+client&status=merged&range=7d";
            case "integration" -> "/integrations/new/github";
            case "repositories" -> "/integrations/" + gitHub + "/repositories";
            default -> "/" + name;
        };
    }

    private static void show(String name, Tab tab) {
        switch (name) {
            case "timeline" -> tab.awaitRows();
            case "event" -> {
                tab.row(Demo.CULPRIT).first().click();
                assertThat(tab.drawer().locator(".pc-chain .pc-link").first()).isVisible();
                assertThat(tab.drawer().locator(".pc-markdown")).isVisible();
            }
            case "subscriptions" -> {
                tab.page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Messages")).first().click();
                assertThat(tab.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Messages"))).isVisible();
            }
            case "people" -> assertThat(tab.page.getByRole(AriaRole.REGION,
                    new GetByRoleOptions().setName("Everybody by name"))).isVisible();
            case "repositories" -> {
                assertThat(tab.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Followed"))).isVisible();
                assertThat(tab.page.locator(".pc-choosing input").first()).isVisible();
            }
            default -> assertThat(tab.page.locator("h1")).isVisible();
        }
        assertThat(tab.page.locator(".pf-v6-c-skeleton, .pf-v6-c-spinner")).hasCount(0);
        if (!name.equals("timeline") && !name.equals("event")) {
            return;
        }
        assertThat(tab.page.locator(".pc-chart")).isVisible();
    }

    private static Path folder() throws IOException {
        var kept = "docs".equals(System.getProperty("pictures"));
        return Files.createDirectories(kept ? Path.of("..", "docs", "screenshots") : Path.of("target", "pictures"));
    }
}
