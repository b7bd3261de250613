package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

/** What is taken in appears by itself. */
@ExtendWith(Demo.Shared.class)
class DashboardLiveIT {

    private final Demo demo;

    DashboardLiveIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void showsAnEventTheMomentItIsTakenIn() {
        try (var tab = demo.open("/?connector=deploy-script")) {
            assertThat(tab.page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();
            var before = System.nanoTime();
            demo.send("[Deploy] payments 2.31.1 to production", Map.of("status", "success", "author", "mia"));
            assertThat(tab.row("payments 2.31.1 to production")).isVisible();
            var took = (System.nanoTime() - before) / 1_000_000;
            assertThat(took).as("milliseconds from the request to the screen").isLessThan(2_000);
        }
    }

    @Test
    void countsNewEventsWhileOneReads() {
        demo.send("[Deploy] being read", Map.of("externalId", "read-1"));
        try (var tab = demo.open("/?connector=deploy-script")) {
            assertThat(tab.page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();
            tab.row("[Deploy] being read").first().click();
            assertThat(tab.drawer()).containsText("[Deploy] being read");
            demo.send("[Deploy] news one", Map.of());
            demo.send("[Deploy] news two", Map.of());
            assertThat(tab.button("2 new")).isVisible();
            assertThat(tab.row("[Deploy] news one")).hasCount(0);
            tab.button("2 new").click();
            assertThat(tab.row("[Deploy] news one")).isVisible();
        }
    }
}
