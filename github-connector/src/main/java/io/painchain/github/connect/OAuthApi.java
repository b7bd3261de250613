package io.painchain.github.connect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubErrors;
import io.painchain.github.api.GitHubJson;

/** What GitHub answers to no token: codes and refresh tokens against tokens, manifests, revocation. */
final class OAuthApi {

    private static final int GONE = 404;
    private static final int UNPROCESSABLE = 422;

    private final HttpTransport transport;

    OAuthApi(HttpTransport transport) {
        this.transport = transport;
    }

    /** {@code secret} may be null where GitHub asks for none. */
    record Client(String id, String secret) {

        @Override
        public String toString() {
            return "client " + id;
        }
    }

    /** GitHub answers refusals with 200: they are in {@code error}. */
    record Tokens(String accessToken, String refreshToken, Long expiresIn, String scope, String error,
            String errorDescription, Integer interval) {

        @Override
        public String toString() {
            return error == null ? "tokens" : error;
        }
    }

    record DeviceCode(String deviceCode, String userCode, String verificationUri, Integer expiresIn, Integer interval,
            String error, String errorDescription) {

        @Override
        public String toString() {
            return error == null ? "a device code" : error;
        }
    }

    record NewApp(long id, String slug, String clientId, String clientSecret, String webhookSecret, String pem) {

        @Override
        public String toString() {
            return "App " + id;
        }
    }

    Tokens exchange(Asked asked, Client client) {
        Map<String, String> form = form(client);
        form.put("code", asked.code());
        form.put("redirect_uri", asked.redirectUrl());
        if (!asked.isInstalling()) {
            form.put("code_verifier", asked.input().handshake().codeVerifier());
        }
        return required(token(asked.server(), form));
    }

    Tokens refresh(Asked asked, Client client) {
        Map<String, String> form = form(client);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", asked.input().grant().refreshToken());
        return required(token(asked.server(), form));
    }

    /** Also where it was refused: whoever waits for a user reads the error. */
    Tokens ofDevice(Server server, String clientId, String deviceCode) {
        return token(server, Map.of("client_id", clientId, "device_code", deviceCode, "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code"));
    }

    DeviceCode deviceCode(Server server, String clientId, String scope) {
        return post(server.page("/login/device/code", Map.of()), Map.of("client_id", clientId, "scope", scope),
                DeviceCode.class);
    }

    NewApp convert(Server server, String code) {
        return read(send(request(server.api().resolve("/app-manifests/" + code + "/conversions"))
                .POST(BodyPublishers.noBody())), NewApp.class);
    }

    /** {@code what} is {@code grant}, which ends all tokens of the user for the App, or {@code token}. False: it was gone. */
    boolean revoke(Server server, Client client, String what, String token) {
        String basic = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        HttpAnswer answer = answer(request(server.api().resolve("/applications/" + client.id() + "/" + what))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofByteArray(GitHubJson.bytes(Map.of("access_token", token)))));
        if (answer.status() == GONE || answer.status() == UNPROCESSABLE) {
            return false;
        }
        succeeded(answer);
        return true;
    }

    private Tokens token(Server server, Map<String, String> form) {
        return post(server.page("/login/oauth/access_token", Map.of()), form, Tokens.class);
    }

    private <T> T post(URI url, Map<String, String> form, Class<T> type) {
        return read(send(request(url).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Server.form(form)))), type);
    }

    private static Map<String, String> form(Client client) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", client.id());
        if (client.secret() != null && !client.secret().isEmpty()) {
            form.put("client_secret", client.secret());
        }
        return form;
    }

    private static Tokens required(Tokens tokens) {
        if (tokens.error() != null || tokens.accessToken() == null || !tokens.accessToken().matches("[!-~]+")) {
            throw Asked.refused("GitHub refused: " + Asked.sentence(tokens.errorDescription(), String.valueOf(tokens.error())));
        }
        return tokens;
    }

    private static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url)
                .header("Accept", url.getPath().contains("/login/") ? "application/json" : "application/vnd.github+json")
                .header("User-Agent", "PainChain-GitHub-Connector");
    }

    private HttpAnswer send(HttpRequest.Builder request) {
        HttpAnswer answer = answer(request);
        succeeded(answer);
        return answer;
    }

    private HttpAnswer answer(HttpRequest.Builder request) {
        try {
            return transport.send(request);
        } catch (TransportException e) {
            throw GitHubErrors.of(e, request.build().uri());
        }
    }

    private static void succeeded(HttpAnswer answer) {
        if (answer.status() / 100 == 4) {
            throw Asked.refused("GitHub refused: it answered " + answer.status() + " to " + answer.url().getPath()
                    .replaceAll("/app-manifests/[^/]+", "/app-manifests/…") + "; begin again");
        }
        if (answer.status() / 100 != 2) {
            throw new ProviderException(Kind.UNAVAILABLE,
                    "GitHub is unavailable: it answered " + answer.status() + "; try again");
        }
    }

    private static <T> T read(HttpAnswer answer, Class<T> type) {
        try {
            JsonNode json = GitHubJson.tree(answer.body());
            return GitHubJson.read(json, type);
        } catch (IOException e) {
            // Not as the cause: its message may quote a token.
            throw GitHubErrors.unreadable(answer.url(), null);
        }
    }
}
