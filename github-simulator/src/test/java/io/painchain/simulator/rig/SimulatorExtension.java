package io.painchain.simulator.rig;

import java.time.Instant;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** A simulator for each test, with the repository acme/api and a clock that stands still. */
public final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final UnaryOperator<SimulatorConfig> config;
    private GitHubSimulator simulator;
    private SettableClock clock;
    private Repository repository;

    public SimulatorExtension() {
        this(plain -> plain);
    }

    public SimulatorExtension(UnaryOperator<SimulatorConfig> config) {
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

    public GitHubSimulator simulator() {
        return simulator;
    }

    public World world() {
        return simulator.world();
    }

    public Repository repository() {
        return repository;
    }

    public SettableClock clock() {
        return clock;
    }

    public Client client() {
        return Client.of(simulator);
    }

    public Reply get(String path, String... headers) {
        return client().get(path, headers);
    }
}
