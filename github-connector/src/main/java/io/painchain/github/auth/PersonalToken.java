package io.painchain.github.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.SingleSignOn;
import io.painchain.github.api.TokenExpiry;

final class PersonalToken implements GitHubTokenProvider {

    private final String token;
    private volatile Instant expiresAt;
    private volatile List<String> leftOut = List.of();
    private volatile Instant leftOutAt = Instant.EPOCH;

    PersonalToken(String token) {
        this.token = token;
    }

    @Override
    public String currentToken() {
        return token;
    }

    @Override
    public void learn(HttpAnswer answer) {
        TokenExpiry.of(answer).ifPresent(moment -> expiresAt = moment);
        SingleSignOn.leftOut(answer).ifPresent(organizations -> {
            leftOut = organizations;
            leftOutAt = answer.date().orElse(Instant.MAX);
        });
    }

    @Override
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public Instant leftOutAt() {
        return leftOutAt;
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }
}
