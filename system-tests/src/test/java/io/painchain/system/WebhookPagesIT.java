package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An integration's webhooks by way of the dashboard: made, shown once, heard of, replayed, deleted. */
@ExtendWith(Demo.Shared.class)
class WebhookPagesIT {

    private static final String CONFIGS = "/api/webhooks/configs";

    private final Demo demo;
    private final String integration;

    WebhookPagesIT(Demo demo) {
        this.demo = demo;
        this.integration = demo.installation.api().get("/api/integrations").jsonPath()
                .getString("find { it.name == '" + Demo.INTEGRATION + "' }.id");
    }

    @AfterEach
    void deleteWhatIsLeft() {
        demo.installation.api().get(CONFIGS + "?integration_id=" + integration).jsonPath().<String> getList("id")
                .forEach(id -> demo.installation.api().delete(CONFIGS + "/" + id));
    }

    @Test
    void showsASecretOnceAndWhatCameOfEachDelivery() throws Exception {
        try (var tab = demo.open("/integrations/" + integration)) {
            tab.page.getByLabel("Repository or organization of the webhook").fill("acme/payments");
            tab.button("Create a webhook").click();
            var address = tab.page.getByLabel("Address of the webhook").inputValue();
            var secret = tab.page.getByLabel("Secret of the webhook").inputValue();
            assertThat(row(tab, "Addresses", "acme/payments")).containsText("not set up by PainChain");

            // The simulator refuses addresses of this machine, as GitHub does.
            tab.button("Set up").click();
            assertThat(tab.page.getByText("The provider was not set up").first()).isVisible();
            assertThat(row(tab, "Addresses", "acme/payments")).not().containsText("not set up by PainChain");

            deliver(address, secret);
            tab.page.reload();
            assertThat(row(tab, "Addresses", "acme/payments")).containsText(Pattern.compile("ago|now"));
            assertThat(tab.page.getByLabel("Secret of the webhook")).hasCount(0);
            assertThat(tab.page.content()).doesNotContain(secret);

            var delivery = row(tab, "Deliveries", "A ping only shows that the hook is there");
            assertThat(delivery).containsText("ignored");
            looksWell(tab);
            delivery.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("ping")).click();
            assertThat(tab.dialog()).containsText("Speak like a human");
            tab.page.keyboard().press("Escape");
            delivery.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replay")).click();
            assertThat(tab.page.getByText("It is digested again").first()).isVisible();

            row(tab, "Addresses", "acme/payments").getByRole(AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("Delete")).click();
            assertThat(tab.page.getByText("None yet: changes are found by polling.")).isVisible();
        }
    }

    private static Locator row(Tab tab, String table, String text) {
        return tab.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(table)).locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void looksWell(Tab tab) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        for (var look : Look.values()) {
            tab.setLook(look);
            tab.page.reload(); // colours change by and by otherwise
            row(tab, "Deliveries", "A ping").scrollIntoViewIfNeeded();
            tab.hasNoBarrier();
            assertThat((Boolean) tab.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits into its width", look).isTrue();
            tab.picture(folder.resolve(look.fileName("webhooks")));
        }
        tab.setLook(Look.WIDE_LIGHT);
    }

    private void deliver(String address, String secret) throws Exception {
        var body = "{\"zen\": \"Speak like a human.\", \"repository\": {\"full_name\": \"acme/payments\"}}";
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        var path = address.substring(address.indexOf("/api/"));
        demo.installation.api().headers(Map.of("X-GitHub-Event", "ping", "X-GitHub-Delivery", UUID.randomUUID().toString(),
                "X-Hub-Signature-256", "sha256=" + signature)).body(body).post(path).then().statusCode(202);
    }
}
