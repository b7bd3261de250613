package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

import io.painchain.simulator.connect.Client;
import io.restassured.RestAssured;

/** From the click to the first events, without a token; {@code -Dpictures=docs} renews the guide's pictures. */
@ExtendWith(Demo.Shared.class)
class ConnectIT {

    private static final Logger LOG = Logger.getLogger(ConnectIT.class);
    private static final Duration PROMISED = Duration.ofSeconds(60);

    private final Demo demo;

    ConnectIT(Demo demo) {
        this.demo = demo;
    }

    private Tab open(String address) {
        return demo.open(address).mayLeaveFor(demo.installation.github.uri());
    }

    @Test
    void showsFirstEventsAMinuteAfterTheClickWithoutAToken() throws IOException {
        try (var tab = open("/integrations?tenant=clicked")) {
            assertThat(tab.link("Connect GitHub")).isVisible();
            long begun = System.nanoTime();

            tab.link("Connect GitHub").click();
            assertThat(tab.heading("Connect GitHub")).isVisible();
            picture(tab, "connect");
            tab.page.getByLabel("Organization", new Page.GetByLabelOptions().setExact(true)).fill("acme");
            tab.button("Continue to GitHub").click();
            tab.button("Create GitHub App").click();
            tab.button("Install").click();
            assertThat(tab.heading("GitHub is connected")).isVisible();
            assertThat(tab.page.getByText("It was read for the first time.")).isVisible();
            tab.link("Look at the timeline").click();
            tab.awaitRows();

            var taken = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(taken).as("from the click to the first events").isLessThan(PROMISED);
            LOG.infof("From the click to the first events: %d ms", taken.toMillis());
        }
        var api = demo.installation.api().header("x-tenant-id", "clicked");
        assertThat(api.get("/api/integrations").jsonPath().getMap("[0].config")).containsKeys("appId", "installationId")
                .doesNotContainKey("token");
        var audited = demo.installation.api().header("x-tenant-id", "clicked").get("/api/audit").jsonPath();
        assertThat(audited.getList("kind")).contains("connection", "integration");

        try (var tab = open("/integrations/" + api.get("/api/integrations").path("[0].id") + "?tenant=clicked")) {
            assertThat(tab.page.getByText("Connected to GitHub as acme")).isVisible();
            picture(tab, "connected");
        }
        disconnects();
    }

    /** The installation is gone at GitHub. */
    private void disconnects() {
        int before = demo.installation.github.apps().all().stream().mapToInt(app -> demo.installation.github.apps().of(app)
                .size()).sum();
        demo.installation.api().delete("/a/clicked/integrations/github/disconnect/").then().statusCode(200);
        assertThat(demo.installation.github.apps().all().stream().mapToInt(app -> demo.installation.github.apps().of(app)
                .size()).sum()).isEqualTo(before - 1);
        assertThat(demo.installation.timeline("clicked").total("")).isPositive();
    }

    @Test
    void waitsForACodeThatIsEnteredElsewhere() throws IOException {
        demo.installation.github.connecting().register(Client.device("Iv1.device"));
        try (var tab = open("/integrations/new/github/connect?tenant=coded")) {
            tab.page.getByLabel("Device code").check();
            tab.page.getByLabel("Client id").fill("Iv1.device");
            tab.button("Continue to GitHub").click();
            var code = tab.page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true));
            assertThat(code).hasValue(Pattern.compile("WDJB-\\d+"));
            assertThat(tab.page.getByText("asked every 5 s")).isVisible();
            picture(tab, "connect-code");

            RestAssured.given().baseUri(demo.installation.github.uri().toString())
                    .contentType("application/x-www-form-urlencoded").body("user_code=" + code.inputValue())
                    .post("/login/device").then().statusCode(200);
            assertThat(tab.heading("GitHub is connected")).isVisible();
        }
        await().atMost(Patience.PROCESS).until(() -> demo.installation.timeline("coded").total("") > 0);
    }

    @Test
    void saysWhyWhatCameBackIsNotTaken() {
        try (var tab = open("/a/forged/integrations/github/callback/?code=x&state=" + "f".repeat(43))) {
            assertThat(tab.heading("Not connected")).isVisible();
            assertThat(tab.page.getByText("Nothing was begun here")).isVisible();
            tab.hasNoBarrier();
        }
        assertThat(demo.installation.api().header("x-tenant-id", "forged").get("/api/audit").jsonPath()
                .getList("after.refused")).contains("unknown");
    }

    private static void picture(Tab tab, String name) throws IOException {
        boolean kept = "docs".equals(System.getProperty("pictures"));
        var folder = Files.createDirectories(kept ? Path.of("..", "docs", "screenshots") : Path.of("target", "pictures"));
        for (var look : Look.values()) {
            tab.changeLook(look);
            tab.hasNoBarrier();
            tab.picture(folder.resolve(look.fileName(name)));
        }
        tab.setLook(Look.WIDE_LIGHT);
    }
}
