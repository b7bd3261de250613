package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a stranger writes neither breaks nor misleads the page: in the list, the open event, its chain and the export. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

    private static final int LENGTH = 65_536;
    private static final String MARK = "\u202E\u001B\u200B";

    private final Demo demo;
    private Tab tab;

    HostileTextIT(Demo demo) {
        this.demo = demo;
    }

    @BeforeAll
    void opensOneTab() {
        tab = demo.open("/");
    }

    @AfterAll
    void closesIt() {
        tab.close();
    }

    static Stream<Arguments> descriptions() {
        return Stream.concat(
                Stream.of("* ", ">", "> * ", "1. ", "[", "](", "![", "**", "**a ", "_a ", "`a", "<", "|", "~~", "www.",
                        "http://a.b ",
                        "a@b.c ", "\\", "* a\n", "\u202Ea").map(unit -> Arguments.of(unit, repeated(unit, LENGTH))),
                Stream.of(Arguments.of("nested lists", nested()),
                        Arguments.of("short rows of a wide table", repeated("|a", 16_384) + "\n" + repeated("|-", 16_384) + "\n"
                                + repeated("x\n", 32_768))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("descriptions")
    void opensWhateverIsDescribed(String name, String description) {
        var type = "hostile-" + Integer.toHexString(name.hashCode());
        demo.send("[Deploy] described by " + name.strip(), Map.of("type", type, "description", description));
        tab.go("/?type=" + type);
        tab.rows().first().click();
        assertThat(tab.drawer().locator("section[aria-label=Description] :is(.pc-markdown, .pc-plain-text)")).isVisible();
        assertThat(tab.drawer().locator("#event-title")).containsText("described by");
        assertThat(tab.page.getByText("This page broke")).hasCount(0);

        // Its address is as good after a reload.
        tab.go(tab.address());
        assertThat(tab.drawer().locator("#event-title")).containsText("described by");
        tab.button("Close the event").click();
        assertThat(tab.rows().first()).isVisible();
    }

    @Test
    void showsWhatCannotBeSeen() {
        for (var number = 1; number <= 2; number++) {
            demo.send("[PR] Fix login " + MARK + "yad-ot " + number, Map.of("type", "hidden", "author", "mia" + MARK,
                    "status", "state" + MARK, "tags", List.of("tag" + MARK), "entity", "thing:hidden" + MARK,
                    "description", "**bold" + MARK + "** text",
                    "data", Map.of("branch", "main" + MARK, "files", List.of("a/b" + MARK), "at", "2026-13-45T99:99:99Z")));
        }
        try (var tab = demo.open("/?type=hidden")) {
            tab.row("[U+202E]").first().click();
            assertThat(tab.drawer().locator(".pc-chain .pc-link")).hasCount(2);
            assertThat(tab.drawer().locator(".pc-markdown strong")).containsText("bold[U+202E]");
            assertThat(tab.drawer()).containsText("2026-13-45T99:99:99Z");
            nothingIsHidden(tab);
            tab.hasNoBarrier();
            tab.drawer().getByText("JSON", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tab.drawer()).containsText("\\u202e");
            nothingIsHidden(tab);

            tab.button("Close the event").click();
            tab.button("Export").click();
            var download = tab.page.waitForDownload(() -> tab.page.getByText("CSV, for spreadsheets").click());
            assertThat(download.failure()).isNull();
        }
    }

    private static void nothingIsHidden(Tab tab) {
        var hidden = tab.page.evaluate("""
                () => [...document.body.querySelectorAll('*')].flatMap(it => [
                    ...[...it.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent),
                    ...['title', 'aria-label', 'alt', 'placeholder'].map(name => it.getAttribute(name) ?? '')])
                  .filter(text => /[\\u202e\\u001b\\u200b]/.test(text))""");
        assertThat((List<?>) hidden).as("text with characters that cannot be seen").isEmpty();
    }

    @Test
    void keepsWhatIsAheadApart() {
        demo.send("[Deploy] from tomorrow",
                Map.of("type", "ahead", "timestamp", Instant.now().plus(Duration.ofHours(20)).toString()));
        demo.send("[Deploy] from now", Map.of("type", "ahead"));
        try (var tab = demo.open("/?type=ahead")) {
            tab.awaitRows();
            assertThat(tab.page.locator(".pc-group h2")).hasText(new String[] { "Ahead of now", "Last 5 minutes" });
            assertThat(tab.row("from tomorrow")).containsText("ahead");
            assertThat(tab.row("from now")).not().containsText("ahead");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void itsToolbarFitsAtEveryWidth(boolean isOpen) {
        demo.send("[Deploy] beside the toolbar", Map.of("type", "toolbar"));
        try (var tab = demo.open("/?type=toolbar")) {
            tab.awaitRows();
            if (isOpen) {
                tab.rows().first().click();
                assertThat(tab.drawer().locator("#event-title")).isVisible();
            }
            IntStream.iterate(360, width -> width <= 1920, width -> width + 120).forEach(width -> {
                tab.page.setViewportSize(width, 900);
                assertThat((List<?>) tab.page.evaluate("""
                        () => { const edge = document.querySelector('.pc-scroller').getBoundingClientRect().right + 1;
                          return [...document.querySelectorAll('.pc-filters :is(button, input)')]
                            .filter(it => it.getBoundingClientRect().right > edge)
                            .map(it => it.textContent || it.getAttribute('aria-label')); }"""))
                        .as("cut off at " + width + " px").isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Connector", "Type", "Project", "Status", "Author", "Tags" })
    void itsMenusFitHoweverLongTheirNamesAre(String menu) {
        demo.send("[Deploy] of long names", Map.of("type", "menus", "project", repeated("p", 200) + "/q", "author",
                repeated("a", 200), "tags", List.of(repeated("t", 50))));
        try (var tab = demo.open("/?type=menus")) {
            tab.awaitRows();
            for (int width : new int[] { 1440, 390 }) {
                tab.page.setViewportSize(width, 900);
                var button = tab.page.locator(".pc-filters button:visible", new Page.LocatorOptions().setHasText(menu)).first();
                if (!button.isVisible()) {
                    tab.page.locator(".pc-filters .pf-v6-c-toolbar__toggle button").click();
                }
                button.click();
                assertThat(tab.page.locator(".pc-choices")).isVisible();
                // It is drawn before it has its place.
                tab.page.waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
                tab.page.keyboard().press("Escape");
            }
        }
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length());
    }

    private static String nested() {
        var text = new StringBuilder();
        for (var depth = 0; text.length() < LENGTH; depth++) {
            text.append("  ".repeat(depth)).append("* a\n");
        }
        return text.toString();
    }
}
