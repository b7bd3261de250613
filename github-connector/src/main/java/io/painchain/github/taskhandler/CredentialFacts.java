package io.painchain.github.taskhandler;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.TokenExpiry;
import io.painchain.github.api.record.User;
import io.painchain.github.auth.InstallationTokens;
import io.painchain.model.integration.RateLimit;

/** Scopes are null for other than classic tokens, permissions but for Apps, the limit where none is counted. */
record CredentialFacts(String login, List<String> scopes, Map<String, String> permissions, Instant expiresAt,
        Map<String, RateLimit> rateLimit) {

    static CredentialFacts of(GitHubApi api, GitHubTokenProvider provider) {
        if (provider instanceof InstallationTokens app) {
            return new CredentialFacts(app.login(), null, app.permissions(), null, rateLimit(api));
        }
        HttpAnswer answer = api.get(api.url("/user"), null);
        return new CredentialFacts(api.body(answer, User.class).login(),
                answer.header("x-oauth-scopes").map(CredentialFacts::words).orElse(null), null,
                TokenExpiry.of(answer).orElse(null), rateLimit(api));
    }

    private static List<String> words(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static Map<String, RateLimit> rateLimit(GitHubApi api) {
        try {
            JsonNode resources = GitHubJson.tree(api.get(api.url("/rate_limit"), null).body()).path("resources");
            Map<String, RateLimit> limits = new LinkedHashMap<>();
            for (String resource : List.of("core", "search", "graphql")) {
                JsonNode quota = resources.path(resource);
                if (quota.path("limit").isInt()) {
                    limits.put(resource, new RateLimit(quota.path("limit").asInt(), quota.path("remaining").asInt(),
                            quota.path("used").asInt(), Instant.ofEpochSecond(quota.path("reset").asLong())));
                }
            }
            return limits;
        } catch (ProviderException e) {
            if (e.is(Kind.NOT_FOUND)) {
                return Map.of();
            }
            throw e;
        } catch (IOException e) {
            throw new ProviderException(Kind.UNREADABLE, "Unreadable answer: the quota is not the JSON that GitHub gives", null,
                    e);
        }
    }
}
