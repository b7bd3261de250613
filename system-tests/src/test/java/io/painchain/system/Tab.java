package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;

/** A window of a user of its own, who looks over the page's shoulder: what it complains of, and whom it talks to. */
final class Tab implements AutoCloseable {

    private final BrowserContext context;
    private final URI home;
    final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> origins = new CopyOnWriteArrayList<>();

    private Tab(BrowserContext context, URI home) {
        this.context = context;
        this.home = home;
        origins.add(home.toString());
        page = context.newPage();
        page.setDefaultTimeout(Patience.BROWSER.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.BROWSER.toMillis());
        page.onPageError(error -> complaints.add("error: " + error));
        page.onConsoleMessage(message -> {
            // A refused request is told by the browser itself; tests that provoke one look at what the page makes of it.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (origins.stream().noneMatch(request.url()::startsWith) && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                complaints.add("left the origin: " + request.url());
            }
        });
    }

    static Tab open(Browser browser, URI home) {
        var context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/Berlin")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        var tab = new Tab(context, home);
        tab.setLook(Look.WIDE_LIGHT);
        return tab;
    }

    Tab go(String address) {
        page.navigate(home + address);
        return this;
    }

    /** Pages lead there, too. */
    Tab mayLeaveFor(URI other) {
        origins.add(other.toString());
        return this;
    }

    void setLook(Look look) {
        page.setViewportSize(look.width, look.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours));
    }

    /** On the page as it is; the colours are the look's at once, not by and by. */
    void changeLook(Look look) {
        page.evaluate("""
                () => {
                    const still = new CSSStyleSheet();
                    still.replaceSync('*, *::before, *::after { transition: none !important }');
                    document.adoptedStyleSheets = [still];
                }""");
        setLook(look);
        page.waitForFunction("dark => document.documentElement.classList.contains('pf-v6-theme-dark') === dark",
                look.colours == ColorScheme.DARK);
    }

    boolean hasWidthOf(Look look) {
        return page.viewportSize().width == look.width;
    }

    String address() {
        return page.url().substring(home.toString().length());
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** The input of a switch lies under what is drawn for it. */
    void flip(String name) {
        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(name)).first().locator("xpath=..").click();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Where other links tell more of the same. */
    Locator exactLink(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** The rows that are drawn of the timeline. */
    Locator rows() {
        return page.locator(".pc-event");
    }

    Locator row(String title) {
        return rows().filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The open event. */
    Locator drawer() {
        return page.locator(".pc-panel");
    }

    void awaitRows() {
        assertThat(rows().first()).isVisible();
    }

    void hasNoBarrier() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // In one go: there are no frames, whose parts would be put together in a page of their own.
        var violations = new AxeBuilder(page).setLegacyMode(true).options(options)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze()
                .getViolations();
        assertThat(violations).as("barriers at " + address()).isEmpty();
    }

    String cookie(String name) {
        return context.cookies().stream().filter(cookie -> cookie.name.equals(name)).map(cookie -> cookie.value).findFirst()
                .orElse("");
    }

    /** @return the picture's size in bytes */
    int picture(Path file) {
        return page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.JPEG).setQuality(72)).length;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
