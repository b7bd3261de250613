package io.painchain.github.auth;

public record AccessToken(String token) implements Credentials {

    @Override
    public String identity() {
        return token;
    }

    /** Omits the token, which must not get into a log. */
    @Override
    public String toString() {
        return "a personal access token";
    }
}
