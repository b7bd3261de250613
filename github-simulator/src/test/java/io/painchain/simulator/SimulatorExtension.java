package io.painchain.simulator;

import java.time.Instant;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.painchain.simulator.world.Repository;
import io.painchain.simulator.world.World;

/** A simulator for each test, with the repository acme/api and a clock that stands still. */
final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final UnaryOperator<SimulatorConfig> config;
    private GitHubSimulator simulator;
    private SettableClock clock;
    private Repository repository;

    SimulatorExtension() {
        this(plain -> plain);
    }

    SimulatorExtension(UnaryOperator<SimulatorConfig> config) {
        this.config = config;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clock = new SettableClock(NOW);
        simulator = GitHubSimulator.start(config.apply(SimulatorConfig.of(clock)));
        repository = simulator.world().createRepository("acme/api");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }

    GitHubSimulator simulator() {
        return simulator;
    }

    World world() {
        return simulator.world();
    }

    Repository repository() {
        return repository;
    }

    SettableClock clock() {
        return clock;
    }

    Client client() {
        return Client.of(simulator);
    }

    Reply get(String path, String... headers) {
        return client().get(path, headers);
    }
}
