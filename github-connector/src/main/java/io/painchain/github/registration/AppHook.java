package io.painchain.github.registration;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.record.hook.HookDelivery;
import io.painchain.github.api.record.hook.RegisteredHook;

/**
 * The one webhook of a GitHub App, for all of its installations. It is there as long as the App is; which events it sends is
 * set on the App's page.
 */
final class AppHook implements RemoteHooks {

    private static final String CONFIG = "/app/hook/config";
    private static final String DELIVERIES = "/app/hook/deliveries";
    private static final long ONLY = 0;
    private static final Pattern INTEGRATION = Pattern.compile("/([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/?$");

    private final GitHubApi api;
    private final long installation;

    /** @param api with the App's own token; {@code installation} is the one whose deliveries count */
    AppHook(GitHubApi api, long installation) {
        this.api = api;
        this.installation = installation;
    }

    @Override
    public Optional<RegisteredHook> find(String id, String url) {
        String present = address();
        return url.equals(present) ? Optional.of(hook(present)) : Optional.empty();
    }

    /** Only where it sends to nobody, or to the same server: others may rely on where it sends. */
    @Override
    public RegisteredHook create(List<String> events, Map<String, Object> config) {
        String present = address();
        String wanted = (String) config.get("url");
        if (present != null && !present.isBlank() && !isOfOneServer(present, wanted)) {
            throw new IllegalArgumentException("The App's webhook sends to " + present + "; change that on the App's page");
        }
        if (isOfAnotherIntegration(present, wanted)) {
            throw new IllegalArgumentException("The App's webhook sends to " + present + ", another integration's address; give"
                    + " both the one that all share, or change it on the App's page");
        }
        RegisteredHook hook = hook(wanted);
        update(hook, events, config);
        return hook;
    }

    @Override
    public void update(RegisteredHook hook, List<String> events, Map<String, Object> config) {
        api.write("PATCH", api.url(CONFIG), GitHubJson.bytes(config));
    }

    @Override
    public void ping(RegisteredHook hook) {
        throw new IllegalArgumentException("GitHub sends no ping for an App; send a delivery again on the App's page");
    }

    @Override
    public void remove(RegisteredHook hook) {
        throw new IllegalArgumentException("An App's webhook is switched off on the App's page only");
    }

    @Override
    public Deliveries deliveries(RegisteredHook hook, Predicate<HookDelivery> enough) {
        Deliveries all = Deliveries.of(api, DELIVERIES, enough);
        all.newest().values().removeIf(one -> one.installationId() != null && one.installationId() != installation);
        return all;
    }

    @Override
    public void redeliver(RegisteredHook hook, HookDelivery delivery) {
        api.write("POST", api.url(DELIVERIES + "/" + delivery.id() + "/attempts"), null);
    }

    private String address() {
        return api.body(api.get(api.url(CONFIG), null), RegisteredHook.Config.class).url();
    }

    private static RegisteredHook hook(String url) {
        return new RegisteredHook(ONLY, true, List.of(), new RegisteredHook.Config(url));
    }

    private static boolean isOfAnotherIntegration(String present, String wanted) {
        Optional<String> owner = integration(present);
        Optional<String> asking = integration(wanted);
        return owner.isPresent() && asking.isPresent() && !owner.equals(asking);
    }

    /** Whose address it is; empty where all share it. */
    private static Optional<String> integration(String url) {
        Matcher id = INTEGRATION.matcher(url == null ? "" : url);
        return id.find() ? Optional.of(id.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isOfOneServer(String one, String other) {
        try {
            return URI.create(one).getAuthority().equalsIgnoreCase(URI.create(other).getAuthority());
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }
}
