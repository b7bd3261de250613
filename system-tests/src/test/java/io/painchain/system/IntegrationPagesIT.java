package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;

import io.painchain.simulator.api.TokenGrant;

/** An integration's life, and the other settings, by way of the dashboard. */
@ExtendWith(Demo.Shared.class)
class IntegrationPagesIT {

    private static final String TOKEN = "ghp_dashboardtests00000000000000000000";

    private final Demo demo;

    IntegrationPagesIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void addsTestsEditsDisablesAndDeletesAnIntegration() {
        var github = demo.installation.github;
        github.tokens().add(TokenGrant.classic(TOKEN, "octo-admin"));
        try (var tab = demo.open("/integrations?tenant=pages")) {
            tab.link("Add GitHub").click();
            tab.page.getByLabel("Name").first().fill("Acme web");
            tab.page.getByLabel("Personal access token").fill("ghp_nobodysToken0000000000000000000000");
            tab.page.getByLabel("GitHub Enterprise", new Page.GetByLabelOptions().setExact(true)).check();
            tab.page.getByLabel("GitHub Enterprise API URL").fill(github.enterpriseUri().toString());
            tab.button("Test Connection").click();
            assertThat(tab.page.getByText("Failed to connect to GitHub").first()).isVisible();

            tab.page.getByLabel("Personal access token").fill(TOKEN);
            tab.button("Test Connection").click();
            assertThat(tab.page.getByText("Connected successfully!")).isVisible();
            tab.button("Choose…").click();
            tab.dialog().getByLabel("acme/web").check();
            tab.button("Take 1").click();
            assertThat(tab.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Repositories"))).containsText("acme/web");
            tab.button("Create").click();
            tab.page.waitForURL(Pattern.compile(".*/integrations\\?tenant=pages"));
            assertThat(tab.page.locator(".pc-integration")).containsText("Acme web");
            assertThat(tab.page.locator(".pc-integration")).containsText("ago");

            tab.button("Sync now: Acme web").click();
            assertThat(tab.page.getByText("“Acme web” is up to date")).isVisible();

            tab.link("Acme web").click();
            assertThat(tab.page.getByLabel("Personal access token")).hasValue("");
            tab.page.getByLabel("Name").first().fill("Acme web shop");
            tab.button("Save").click();
            assertThat(tab.link("Acme web shop")).isVisible();

            tab.page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Acme web shop: enabled")).click();
            assertThat(tab.page.locator(".pc-integration")).containsText("Disabled");

            tab.button("Delete Acme web shop").click();
            assertThat(tab.dialog()).containsText("What becomes of its events?");
            tab.dialog().getByText("Delete", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
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
    void aTeamFindsItsEvents() {
        demo.send("[Deploy] for the frontend", java.util.Map.of("tags", java.util.List.of("team-frontend")));
        try (var tab = demo.open("/teams")) {
            tab.button("Add team").first().click();
            tab.dialog().getByLabel("Name").fill("Frontend");
            tab.dialog().getByLabel("Tags", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).fill("team-frontend");
            tab.button("Save").click();
            tab.link("Its timeline").click();
            assertThat(tab.row("[Deploy] for the frontend").first()).isVisible();
            assertThat(tab.page.locator(".pc-filters")).containsText("Frontend");
            tab.go("/teams");
            tab.button("Delete Frontend").click();
            tab.dialog().getByText("Delete", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tab.heading("No teams yet")).isVisible();
        }
    }

    @Test
    void aFieldIsHiddenAtOnce() {
        try (var tab = demo.open("/?type=pull_request&range=7d"); var settings = demo.open("/fields")) {
            var shown = settings.page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Base branch")).first();
            assertThat(shown).isChecked();
            shown.click();
            assertThat(shown).not().isChecked();

            tab.go("/?type=pull_request&range=7d");
            tab.rows().first().click();
            assertThat(tab.drawer()).containsText("Head branch");
            assertThat(tab.drawer()).not().containsText("Base branch");
            settings.button("Back to the defaults").first().click();
            assertThat(shown).isChecked();
        }
    }
}
