package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Views, teams and fields: what people set once for everybody. */
@ExtendWith(Demo.Shared.class)
class SettingsPagesIT {

    private final Demo demo;

    SettingsPagesIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void savesViewsForEverybody() {
        try (var tab = demo.open("/?q=release&range=7d"); var other = demo.open("/")) {
            tab.awaitRows();
            views(tab).click();
            tab.page.getByText("Save this view…").click();
            tab.dialog().getByLabel("Name").fill("Releases");
            tab.button("Save").click();
            assertThat(views(tab)).hasText("Releases");

            other.go("/");
            views(other).click();
            other.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Releases")).click();
            other.page.waitForURL(Pattern.compile(".*q=release.*"));
            views(other).click();
            other.page.getByText("Delete “Releases”").click();
            assertThat(views(other)).hasText("Views");
        }
    }

    private static Locator views(Tab tab) {
        return tab.page.locator(".pc-views");
    }

    @Test
    void aTeamFindsItsEvents() {
        demo.send("[Deploy] for the frontend", Map.of("tags", List.of("team-frontend")));
        try (var tab = demo.open("/teams")) {
            tab.button("Add team").first().click();
            tab.dialog().locator("#team-name").fill("Frontend");
            tab.dialog().locator("#team-tags").fill("team-frontend");
            tab.button("Save").click();
            tab.link("Its timeline").click();
            assertThat(tab.row("[Deploy] for the frontend").first()).isVisible();
            assertThat(tab.page.locator(".pc-filters")).containsText("Frontend");
            tab.go("/teams");
            tab.button("Delete Frontend").click();
            tab.dialog().getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tab.heading("No teams yet")).isVisible();
        }
    }

    @Test
    void aFieldIsHiddenAtOnce() {
        try (var tab = demo.open("/?type=pull_request&range=7d"); var settings = demo.open("/fields")) {
            var shown = settings.page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Base branch")).first();
            assertThat(shown).isChecked();
            settings.flip("Base branch");
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
