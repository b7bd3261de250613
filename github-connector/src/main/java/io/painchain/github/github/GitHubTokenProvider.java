package io.painchain.github.github;

/** Where a request's token comes from. */
@FunctionalInterface
public interface GitHubTokenProvider {

    String currentToken();
}
