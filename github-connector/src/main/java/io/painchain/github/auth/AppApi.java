package io.painchain.github.auth;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubErrors;
import io.painchain.github.api.GitHubJson;

/** Endpoints that take the App's own token; its installations' tokens are refused there. */
final class AppApi {

    record Minted(String token, Instant expiresAt, Map<String, String> permissions) {

        @Override
        public String toString() {
            return "an installation's token until " + expiresAt;
        }
    }

    record App(String slug, String name) {
    }

    private final HttpTransport transport;
    private final ApiUrl api;
    private final AppCredentials app;
    private final Clock clock;

    AppApi(HttpTransport transport, ApiUrl api, AppCredentials app, Clock clock) {
        this.transport = transport;
        this.api = api;
        this.app = app;
        this.clock = clock;
    }

    Minted mint() {
        Minted minted = ask("POST", "/app/installations/" + app.installationId() + "/access_tokens", Minted.class);
        if (minted.token() == null || !minted.token().matches("[!-~]+") || minted.expiresAt() == null) {
            throw new ProviderException(Kind.UNREADABLE, "Unreadable answer: GitHub gave the App no usable token");
        }
        return minted;
    }

    App self() {
        return ask("GET", "/app", App.class);
    }

    private <T> T ask(String method, String path, Class<T> type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).method(method, BodyPublishers.noBody())
                .header("Accept", "application/vnd.github+json").header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "PainChain-GitHub-Connector")
                .header("Authorization", "Bearer " + AppJwt.of(app, clock.instant()));
        try {
            HttpAnswer answer = transport.send(request);
            if (answer.status() / 100 != 2) {
                throw refusal(answer);
            }
            return GitHubJson.read(GitHubJson.tree(answer.body()), type);
        } catch (IOException e) {
            throw new ProviderException(Kind.UNREADABLE,
                    "Unreadable answer: GitHub's answer to the App is not the JSON that its API gives", null, e);
        } catch (TransportException e) {
            throw GitHubErrors.of(e, api.base());
        }
    }

    private ProviderException refusal(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401 -> new ProviderException(Kind.UNAUTHORIZED, "Authentication failed: GitHub does not accept the key of App "
                    + app.appId() + "; check appId and privateKey, and this machine's clock");
            case 403 -> new ProviderException(Kind.UNAUTHORIZED, "Authentication failed: installation " + app.installationId()
                    + " of App " + app.appId() + " is suspended, or its address list does not allow this machine");
            case 404 -> new ProviderException(Kind.UNAUTHORIZED, "Authentication failed: App " + app.appId()
                    + " has no installation " + app.installationId() + "; check installationId");
            default -> new ProviderException(Kind.UNAVAILABLE,
                    "GitHub is unavailable: it answered " + answer.status() + " to the App; it will be asked again");
        };
    }
}
