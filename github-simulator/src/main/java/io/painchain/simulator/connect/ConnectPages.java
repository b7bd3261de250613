package io.painchain.simulator.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Query;

/** What a browser sees; whoever looks is signed in as {@link Connecting#signedIn()}. */
final class ConnectPages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NEW_APP = Pattern.compile("(?:/organizations/([^/]+))?/settings/apps/new(/confirmed)?");
    private static final Pattern INSTALL = Pattern.compile("/(?:apps|github-apps)/([^/]+)/installations/new");

    private final Connecting connecting;

    ConnectPages(Connecting connecting) {
        this.connecting = connecting;
    }

    Optional<HttpResponse> find(HttpRequest request) {
        boolean posts = request.method().equals("POST");
        Query sent = posts ? Query.parse(request.text()) : request.query();
        Matcher newApp = NEW_APP.matcher(request.path());
        Matcher install = INSTALL.matcher(request.path());
        if (request.path().equals("/login/oauth/authorize")) {
            return Optional.of(posts ? authorized(sent) : authorize(sent));
        }
        if (request.path().equals("/login/device")) {
            return Optional.of(posts ? entered(sent) : HtmlForm.codePage());
        }
        if (newApp.matches() && posts) {
            return Optional.of(newApp.group(2) == null ? confirm(request, sent) : made(sent));
        }
        if (install.matches()) {
            return Optional.of(posts ? installed(install.group(1), sent) : install(request.path(), sent));
        }
        return Optional.empty();
    }

    private HttpResponse authorize(Query asked) {
        Client client = connecting.client(asked.get("client_id", "")).orElse(null);
        if (client == null || !client.takes(asked.get("redirect_uri", client.callback()))) {
            return HtmlForm.note(404, client == null ? "There is no such App"
                    : "The redirect_uri is not associated with this application");
        }
        return HtmlForm.page("Authorize " + client.name(), "It asks for: " + asked.get("scope", "what the App may"),
                "/login/oauth/authorize", asked.parameters(), "Authorize");
    }

    private HttpResponse authorized(Query asked) {
        Client client = connecting.client(asked.get("client_id", "")).orElseThrow();
        String redirect = asked.get("redirect_uri", client.callback());
        Map<String, String> back = new LinkedHashMap<>();
        back.put("code", connecting.grants().code(client, connecting.signedIn(), redirect, asked.get("code_challenge", ""),
                asked.get("scope", "")));
        back.put("state", asked.get("state", ""));
        return back(redirect, back);
    }

    private HttpResponse entered(Query sent) {
        boolean known = connecting.grants().decide(sent.get("user_code", ""), connecting.signedIn(), sent.has("cancel"));
        return HtmlForm.note(known ? 200 : 404, known ? "Congratulations, you're all set!" : "That code is not known");
    }

    private static HttpResponse confirm(HttpRequest request, Query sent) {
        Map<String, String> hidden = new LinkedHashMap<>(sent.parameters());
        hidden.put("state", request.query().get("state", ""));
        return HtmlForm.page("Register new GitHub App", manifest(sent).path("name").asText(), request.path() + "/confirmed",
                hidden, "Create GitHub App");
    }

    private HttpResponse made(Query sent) {
        JsonNode manifest = manifest(sent);
        return back(manifest.path("redirect_url").asText(), Map.of("code", connecting.manifests().code(manifest), "state",
                sent.get("state", "")));
    }

    private static HttpResponse install(String path, Query asked) {
        return HtmlForm.page("Install the App", "on acme", path, Map.of("account", "acme", "state", asked.get("state", "")),
                "Install");
    }

    /** On all repositories; then GitHub also asks who it was. */
    private HttpResponse installed(String slug, Query sent) {
        App app = connecting.app(slug).orElse(null);
        Client client = app == null ? null : connecting.client(app.clientId()).orElse(null);
        if (client == null) {
            return HtmlForm.note(404, "There is no such App");
        }
        Installation installation = connecting.apps().install(Installation.of(connecting.nextId(), app,
                sent.get("account", "acme"), Permission.values()));
        Map<String, String> back = new LinkedHashMap<>();
        back.put("code", connecting.grants().code(client, connecting.signedIn(), client.callback(), "", ""));
        back.put("installation_id", Long.toString(installation.id()));
        back.put("setup_action", "install");
        back.put("state", sent.get("state", ""));
        return back(client.callback(), back);
    }

    private static HttpResponse back(String redirect, Map<String, String> query) {
        return HttpResponse.empty(302).with("Location",
                redirect + (redirect.contains("?") ? "&" : "?") + new Query(query));
    }

    private static JsonNode manifest(Query sent) {
        try {
            return JSON.readTree(sent.get("manifest", "{}"));
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
