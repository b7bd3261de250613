package io.painchain.github.connect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.painchain.github.api.GitHubJson;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.connect.OAuthApi.NewApp;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectStep;

/** An App that GitHub makes of what a form says: one click, and nothing is registered or typed. */
final class ManifestWay implements Way {

    private static final String ORGANIZATION = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})";
    private static final List<String> READS = List.of("metadata", "contents", "pull_requests", "issues", "actions",
            "deployments", "checks", "members");
    private static final List<String> EVENTS = List.of("push", "create", "delete", "pull_request", "pull_request_review",
            "issues", "release", "workflow_run", "deployment", "deployment_status", "repository");
    private static final int NAME_SUFFIX = 6;

    private final OAuthApi oauth;
    private final AppGrants grants;

    ManifestWay(OAuthApi oauth, AppGrants grants) {
        this.oauth = oauth;
        this.grants = grants;
    }

    @Override
    public ConnectOutput begin(Asked asked) {
        String organization = asked.text("organization");
        if (!organization.isEmpty() && !organization.matches(ORGANIZATION)) {
            throw Asked.refused("The organization must be its name in addresses, such as acme");
        }
        String path = (organization.isEmpty() ? "" : "/organizations/" + organization) + "/settings/apps/new";
        String manifest = new String(GitHubJson.bytes(manifest(asked)), StandardCharsets.UTF_8);
        return ConnectOutput.next(ConnectStep.form(
                asked.server().page(path, Map.of("state", asked.state())).toString(), Map.of("manifest", manifest)), Map.of());
    }

    private static Map<String, Object> manifest(Asked asked) {
        String redirect = asked.redirectUrl();
        boolean hasHook = isPublic(redirect);
        Map<String, Object> permissions = new LinkedHashMap<>();
        READS.forEach(name -> permissions.put(name, "read"));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", "PainChain " + asked.state().replaceAll("[^A-Za-z0-9]", "").substring(0, NAME_SUFFIX));
        manifest.put("url", redirect.replaceFirst("(https?://[^/]+).*", "$1"));
        manifest.put("hook_attributes", Map.of("url", asked.input().handshake().webhookUrl(), "active", hasHook));
        manifest.put("redirect_url", redirect);
        manifest.put("callback_urls", List.of(redirect));
        // With the installation GitHub sends the code that says who installed it.
        manifest.put("request_oauth_on_install", true);
        manifest.put("public", false);
        manifest.put("default_permissions", permissions);
        manifest.put("default_events", hasHook ? EVENTS : List.of());
        return manifest;
    }

    /** GitHub cannot reach this machine by its own names. */
    static boolean isPublic(String url) {
        return url
                .matches(
                        "https://(?!localhost|127\\.|10\\.|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.|\\[)[^/:.]++\\.[^/]++/.*");
    }

    @Override
    public ConnectOutput proceed(Asked asked) {
        if (asked.kept("appId") != null) {
            return grants.proceed(asked);
        }
        NewApp app = oauth.convert(asked.server(), asked.code());
        if (app.pem() == null || app.clientId() == null || app.clientSecret() == null || app.slug() == null
                || !app.slug().matches("[A-Za-z0-9-]{1,100}")) {
            throw Asked.refused("GitHub did not hand over what it made; begin again");
        }
        Map<String, String> kept = new HashMap<>(Map.of("appId", Long.toString(app.id()), "slug", app.slug(), "clientId",
                app.clientId(), "clientSecret", app.clientSecret(), "privateKey", app.pem(), Asked.INSTALLING, ""));
        if (app.webhookSecret() != null && app.webhookSecret().length() >= 16 && isPublic(asked.redirectUrl())) {
            kept.put("webhookSecret", app.webhookSecret());
        }
        return ConnectOutput.next(ConnectStep.page(asked.server().installationPage(app.slug(), asked.state()).toString()),
                kept);
    }

    @Override
    public ConnectOutput revoke(Asked asked, Supplier<IntegrationConfig> integration) {
        return grants.revoke(integration.get());
    }
}
