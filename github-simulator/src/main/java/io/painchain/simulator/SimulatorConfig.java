package io.painchain.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.limit.LimitSettings;

/** How to start a simulator. It knows no time but this clock's. */
public record SimulatorConfig(Clock clock, String host, int port, long seed, LimitSettings limits,
        List<TokenGrant> tokens, Optional<String> enterprise,
        boolean dataResidency) {

    /** A classic token that sees everything; there from the start. */
    public static final String TOKEN = "ghp_simulator00000000000000000000000000";

    private static final String OWNER = "octo-admin";

    /** An empty world on a free loopback port. */
    public static SimulatorConfig of(Clock clock) {
        return new SimulatorConfig(clock, "127.0.0.1", 0, 1, LimitSettings.likeGitHub(),
                List.of(TokenGrant.classic(TOKEN, OWNER)), Optional.empty(), false);
    }

    public SimulatorConfig port(int number) {
        return new SimulatorConfig(clock, host, number, seed, limits, tokens, enterprise, dataResidency);
    }

    public SimulatorConfig host(String name) {
        return new SimulatorConfig(clock, name, port, seed, limits, tokens, enterprise, dataResidency);
    }

    public SimulatorConfig seed(long number) {
        return new SimulatorConfig(clock, host, port, number, limits, tokens, enterprise, dataResidency);
    }

    public SimulatorConfig limits(LimitSettings settings) {
        return new SimulatorConfig(clock, host, port, seed, settings, tokens, enterprise, dataResidency);
    }

    public SimulatorConfig token(TokenGrant grant) {
        List<TokenGrant> more = new ArrayList<>(tokens);
        more.add(grant);
        return new SimulatorConfig(clock, host, port, seed, limits, List.copyOf(more), enterprise, dataResidency);
    }

    /** An Enterprise server of a version such as 3.14.2: its feed tells all, and nobody switched its limits on. */
    public SimulatorConfig enterprise(String version) {
        return new SimulatorConfig(clock, host, port, seed, LimitSettings.none(), tokens, Optional.of(version), false);
    }

    /** GHE.com, Enterprise Cloud with data residency: the API at the root, GraphQL beside it, nothing below /api. */
    public SimulatorConfig ghe() {
        return new SimulatorConfig(clock, host, port, seed, limits, tokens, Optional.empty(), true);
    }
}
