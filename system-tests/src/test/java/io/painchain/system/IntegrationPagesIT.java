package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.painchain.simulator.api.auth.TokenGrant;

/** An integration's life by way of the dashboard. */
@ExtendWith(Demo.Shared.class)
class IntegrationPagesIT {

    private static final String TOKEN = "ghp_dashboardtests00000000000000000000";

    private final Demo demo;

    IntegrationPagesIT(Demo demo) {
        this.demo = demo;
        demo.installation.github.tokens().add(TokenGrant.classic(TOKEN, "octo-admin"));
    }

    @Test
    void addsEditsDisablesAndDeletesAnIntegration() {
        try (var tab = demo.open("/integrations?tenant=pages")) {
            tab.link("Add GitHub").click();
            fill(tab, "Acme web", TOKEN);
            tab.page.getByLabel("Repositories", new Page.GetByLabelOptions().setExact(true)).fill("acme/web");
            tab.page.keyboard().press("Enter");
            assertThat(repositories(tab)).containsText("acme/web");
            tab.button("Create").click();
            tab.page.waitForURL(Pattern.compile(".*/integrations\\?tenant=pages"));
            assertThat(row(tab)).containsText("Acme web");
            assertThat(row(tab)).containsText("ok");

            tab.exactLink("Acme web").click();
            assertThat(tab.page.getByLabel("Personal access token")).hasValue("");
            tab.page.locator("#integration-name").fill("Acme web shop");
            tab.button("Save").click();
            assertThat(tab.exactLink("Acme web shop")).isVisible();

            tab.flip("Acme web shop: enabled");
            assertThat(row(tab)).containsText("Disabled");

            tab.button("Delete Acme web shop").click();
            assertThat(tab.dialog()).containsText("What becomes of its events?");
            tab.dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete").setExact(true)).click();
            assertThat(tab.heading("Nothing is connected yet")).isVisible();
        }
        assertThat(demo.installation.timeline("pages").total("project=acme/web")).isPositive();
    }

    @Test
    void namesWhatIsWrongBesideTheField() {
        try (var tab = demo.open("/integrations/new/github?tenant=pages")) {
            tab.button("Create").click();
            assertThat(tab.page.getByText("Give it a name.")).isVisible();
            assertThat(tab.page.getByText("This is needed.")).isVisible();
            tab.page.getByLabel("Poll interval").fill("5");
            assertThat(tab.page.getByText("At least 60.")).isVisible();
        }
    }

    @Test
    void testsChoosesAndSyncs() {
        try (var tab = demo.open("/integrations/new/github?tenant=chosen")) {
            fill(tab, "Chosen", "ghp_nobodysToken0000000000000000000000");
            tab.button("Test Connection").click();
            assertThat(tab.page.getByText("Failed to connect to GitHub").first()).isVisible();

            tab.page.getByLabel("Personal access token").fill(TOKEN);
            tab.button("Test Connection").click();
            assertThat(tab.page.getByText("Connected successfully!")).isVisible();
            tab.button("Choose…").click();
            tab.dialog().getByLabel("acme/web").check();
            tab.button("Take 1").click();
            assertThat(repositories(tab)).containsText("acme/web");
            tab.button("Create").click();
            assertThat(row(tab)).containsText("ok");

            tab.button("Sync now: Chosen").click();
            assertThat(tab.page.getByText("“Chosen” is up to date").first()).isVisible();
        }
    }

    private void fill(Tab tab, String name, String token) {
        tab.page.locator("#integration-name").fill(name);
        tab.page.getByLabel("Personal access token").fill(token);
        tab.page.getByLabel("GitHub Enterprise", new Page.GetByLabelOptions().setExact(true)).check();
        tab.page.getByLabel("GitHub Enterprise API URL").fill(demo.installation.github.enterpriseUri().toString());
    }

    private static Locator repositories(Tab tab) {
        return tab.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Repositories"));
    }

    private static Locator row(Tab tab) {
        return tab.page.locator(".pc-integration");
    }
}
