package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** What people do with the timeline, in a real browser over the packaged processes. */
@ExtendWith(Demo.Shared.class)
class DashboardIT {

    private final Demo demo;

    DashboardIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void findsTheCulpritOfAnIncidentFromTheHomePage() {
        try (var tab = demo.open("/")) {
            tab.awaitRows();
            tab.page.locator("#by-status").click();
            tab.page.locator(".pc-legend button").filter(new Locator.FilterOptions().setHasText("failure")).click();
            var failed = tab.row("Smoke tests").first();
            failed.click();
            assertThat(tab.drawer()).containsText("failure");
            assertThat(tab.drawer().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("View Logs")))
                    .hasAttribute("href", Pattern.compile("^https?://.*/runs/.*"));
            tab.drawer().getByText("Around this moment").click();

            // What else happened then: without the filter by status the change that was rolled out stands there.
            tab.button("Clear filters").first().click();
            tab.page.getByLabel("Search events").fill("gateway client payments");
            tab.row(Demo.CULPRIT).filter(new Locator.FilterOptions().setHasText("merged")).first().click();
            assertThat(tab.drawer()).containsText("merged");
            assertThat(tab.drawer().locator(".pc-chain .pc-link")).not().hasCount(0);
            assertThat(tab.drawer().locator(".pc-chain")).containsText("[Workflow]");
        }
    }

    @Test
    void aLinkIsAView() {
        try (var sender = demo.open("/"); var receiver = demo.open("/")) {
            sender.awaitRows();
            sender.page.getByLabel("Search events").fill("release");
            sender.page.locator("#range-7d").click();
            sender.page.locator("#by-status").click();
            sender.page.waitForURL(Pattern.compile(".*by=status.*"));
            sender.rows().first().click();
            sender.page.waitForURL(Pattern.compile(".*event=.*"));
            var title = sender.drawer().locator("#event-title").textContent();

            receiver.go(sender.address());
            assertThat(receiver.drawer().locator("#event-title")).hasText(title);
            assertThat(receiver.page.getByLabel("Search events")).hasValue("release");
            assertThat(receiver.page.locator("#range-7d")).hasAttribute("aria-pressed", "true");
            assertThat(receiver.rows().first()).hasText(sender.rows().first().textContent());
        }
    }

    @Test
    void isUsedWithTheKeyboardAlone() {
        // Nothing new arrives in a window that is over: the first event stays the first.
        var now = Instant.now();
        try (var tab = demo.open("/?project=acme/payments&from=" + now.minus(Duration.ofDays(2)) + "&to=" + now)) {
            tab.awaitRows();
            var keyboard = tab.page.keyboard();
            keyboard.press("?");
            assertThat(tab.dialog()).containsText("Next event");
            keyboard.press("Escape");
            assertThat(tab.dialog()).hasCount(0);
            keyboard.press("/");
            tab.page.waitForResponse(answer -> answer.url().contains("/api/timeline") && answer.url().contains("q=gateway&"),
                    () -> keyboard.type("gateway"));
            tab.page.waitForURL(Pattern.compile(".*q=gateway.*"));
            keyboard.press("Escape");
            tab.awaitRows();
            keyboard.press("j");
            keyboard.press("j");
            keyboard.press("k");
            assertThat(tab.rows().first()).isFocused();
            keyboard.press("Enter");
            assertThat(tab.drawer().locator("#event-title")).isVisible();
            keyboard.press("Escape");
            assertThat(tab.drawer().locator("#event-title")).hasCount(0);
            assertThat(tab.rows().first()).isFocused();
        }
    }

    @Test
    void zoomsByDragAndNarrowsByClick() {
        try (var tab = demo.open("/")) {
            tab.awaitRows();
            var chart = tab.page.locator(".pc-chart > svg");
            var box = chart.boundingBox();
            drag(tab, box, 0.5, 0.8);
            tab.page.waitForURL(Pattern.compile(".*from=.*to=.*"));
            var zoomed = tab.address();
            drag(tab, chart.boundingBox(), 0.4, 0.4);
            tab.page.waitForURL(address -> !address.endsWith(zoomed));
            tab.page.goBack();
            tab.page.waitForURL(address -> address.endsWith(zoomed));

            chart.focus();
            tab.page.keyboard().press("ArrowLeft");
            assertThat(chart).hasAttribute("aria-valuetext", Pattern.compile(".*change.*"));
            tab.page.keyboard().press("Enter");
            tab.page.waitForURL(address -> !address.endsWith(zoomed));
        }
    }

    private static void drag(Tab tab, BoundingBox box, double from, double to) {
        var mouse = tab.page.mouse();
        mouse.move(box.x + box.width * from, box.y + box.height / 2);
        mouse.down();
        mouse.move(box.x + box.width * to, box.y + box.height / 2);
        mouse.up();
    }

    @Test
    void scrollsThroughMoreEventsThanItDraws() {
        try (var tab = demo.open("/?range=all")) {
            tab.awaitRows();
            var first = tab.rows().first().textContent();
            for (var i = 0; i < 12; i++) {
                tab.page.locator(".pc-scroller").evaluate("it => it.scrollTo(0, it.scrollHeight)");
                tab.page.waitForTimeout(50);
            }
            assertThat(tab.page.getByText("No older events in this view.")).isVisible();
            assertThat(tab.rows().first()).not().hasText(first);
            assertThat(tab.rows().count()).isLessThan(80);
        }
    }

    @Test
    void loadsLittleForItsFirstView() {
        try (var tab = demo.open("/")) {
            tab.awaitRows();
            var scripts = (Number) tab.page.evaluate("""
                    () => performance.getEntriesByType('resource').filter(it => it.name.endsWith('.js'))
                        .reduce((sum, it) => sum + it.encodedBodySize, 0)""");
            assertThat(scripts.intValue()).as("bytes of scripts, as sent").isBetween(50_000, 400_000);
        }
    }

    @Test
    void keepsTenantsApart() {
        try (var tab = demo.open("/?tenant=nobody")) {
            assertThat(tab.heading("Welcome to PainChain")).isVisible();
            assertThat(tab.page.getByText("nobody")).isVisible();
            tab.link("Integrations").click();
            tab.page.waitForURL(Pattern.compile(".*/integrations\\?tenant=nobody"));
            assertThat(tab.heading("Nothing is connected yet")).isVisible();
        }
    }

    @Test
    void rendersWhatOthersWroteWithoutHarm() {
        demo.send("[Deploy] <img src=x onerror=alert(1)>", Map.of("type", "attack", "url", "https://example.org/run",
                "description", "**bold** [bad](javascript:alert(1)) <script>alert(1)</script> ![p](https://evil.example/p.png)",
                "data", Map.of("link", "javascript:alert(1)", "files", List.of("src/a.java", "src/b.java"))));
        try (var tab = demo.open("/?type=attack")) {
            tab.row("onerror").first().click();
            assertThat(tab.drawer().locator(".pc-markdown strong")).hasText("bold");
            assertThat(tab.drawer().locator("img[src^=http], script")).hasCount(0);
            assertThat(tab.drawer().locator("a[href^=javascript]")).hasCount(0);
            assertThat(tab.drawer()).containsText("src/a.java");
        }
    }
}
