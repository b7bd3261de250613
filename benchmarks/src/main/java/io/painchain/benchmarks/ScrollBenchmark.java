package io.painchain.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * Scrolls the timeline in a real browser, at its first page and again with many rows loaded: both should be alike. Arguments:
 * the timeline's address ({@code http://localhost:8000/?range=all&tenant=million}), how many rows, the browser's program.
 */
final class ScrollBenchmark {

    private static final Logger LOG = Logger.getLogger("benchmark");
    private static final int MILLIS = 5_000;
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private ScrollBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options);
                var browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET)
                        .setExecutablePath(Path.of(arguments[2])))) {
            var page = browser.newPage();
            page.setViewportSize(1400, 900);
            page.navigate(arguments[0]);
            page.waitForSelector(".pc-item");
            page.evaluate(script());
            LOG.info(() -> "first page, 20 px a frame: " + scroll(page, 20));
            LOG.info(() -> "to the end: " + page.evaluate("rows => benchmark.load(rows)", Integer.parseInt(arguments[1])));
            page.evaluate("benchmark.goTo(0.5)");
            for (int pixels : new int[] { 20, -20, 400, -4_000 }) {
                LOG.info(() -> "in the middle of all, %d px a frame: %s".formatted(pixels, scroll(page, pixels)));
            }
        }
    }

    private static Object scroll(Page page, int pixels) {
        return page.evaluate("([pixels, millis]) => benchmark.scroll(pixels, millis)", List.of(pixels, MILLIS));
    }

    private static String script() throws IOException {
        try (var script = ScrollBenchmark.class.getResourceAsStream("scroll.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
