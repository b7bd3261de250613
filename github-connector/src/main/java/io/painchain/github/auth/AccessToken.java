package io.painchain.github.auth;

/** A personal access token, classic or fine-grained. */
public record AccessToken(String token) implements Credentials {

    @Override
    public String identity() {
        return token;
    }

    /** Without the token, which must not get into a log. */
    @Override
    public String toString() {
        return "a personal access token";
    }
}
