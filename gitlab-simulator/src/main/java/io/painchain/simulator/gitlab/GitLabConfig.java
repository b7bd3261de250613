package io.painchain.simulator.gitlab;

import java.time.Clock;

import io.painchain.simulator.gitlab.limit.LimitSettings;

/** How to start a simulator. It knows no time but this clock's. */
public record GitLabConfig(Clock clock, String host, int port, long seed, String prefix, LimitSettings limits,
        String token) {

    /** A token that reads everything; there from the start. */
    public static final String TOKEN = "glpat-simulator000000000";

    /** An empty world on a free loopback port, with gitlab.com's limits. */
    public static GitLabConfig of(Clock clock) {
        return new GitLabConfig(clock, "127.0.0.1", 0, 1, "", LimitSettings.likeGitLabCom(), TOKEN);
    }

    public GitLabConfig at(String name, int number) {
        return new GitLabConfig(clock, name, number, seed, prefix, limits, token);
    }

    public GitLabConfig seed(long number) {
        return new GitLabConfig(clock, host, port, number, prefix, limits, token);
    }

    /** Below a path such as {@code /gitlab}. */
    public GitLabConfig prefix(String path) {
        return new GitLabConfig(clock, host, port, seed, path, limits, token);
    }

    public GitLabConfig limits(LimitSettings settings) {
        return new GitLabConfig(clock, host, port, seed, prefix, settings, token);
    }

    public GitLabConfig token(String text) {
        return new GitLabConfig(clock, host, port, seed, prefix, limits, text);
    }
}
