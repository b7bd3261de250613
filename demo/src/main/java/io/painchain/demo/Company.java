package io.painchain.demo;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.demo.DemoWorld;
import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;

/** A GitHub, a GitLab and a cluster with one clock, and what goes on in all of them. */
public final class Company implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Company.class.getName());

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final GitHubSimulator gitHub;
    private final GitLabSimulator gitLab;
    private final KubernetesSimulator kubernetes;
    private final Production production;
    private DemoWorld life;

    private Company(Options options, Clock clock) {
        gitHub = GitHubSimulator.start(SimulatorConfig.of(clock).host(options.host()).port(options.gitHubPort())
                .seed(options.seed()), world -> life = DemoWorld.in(world, options.seed()));
        parts.add(gitHub);
        gitLab = GitLabSimulator
                .start(GitLabConfig.of(clock).at(options.host(), options.gitLabPort()).seed(options.seed()));
        parts.add(gitLab);
        kubernetes = KubernetesSimulator
                .start(KubernetesConfig.of(clock).at(options.host(), options.kubernetesPort()).seed(options.seed()));
        parts.add(kubernetes);
        production = new Production(gitHub.world(), kubernetes.stories());
    }

    /** With five days of history. */
    public static Company found(Options options, Clock clock) {
        Company company = new Company(options, clock);
        company.production.found(clock.instant().minus(Duration.ofDays(5)));
        company.tick();
        new Incident(company.gitHub.world(), company.gitLab.world(), company.production)
                .planAgainAndAgain(clock.instant().plusSeconds(75));
        return company;
    }

    /** Time passes from now on. */
    void live() {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "company");
            thread.setDaemon(true);
            return thread;
        });
        parts.add(ticker::shutdownNow);
        ticker.scheduleWithFixedDelay(this::tickSafely, 1, 1, TimeUnit.SECONDS);
    }

    /** Lets happen what is due. */
    public void tick() {
        life.advanceTo(gitHub.world().now());
        production.followReleases();
        kubernetes.timeline().play();
    }

    public GitHubSimulator gitHub() {
        return gitHub;
    }

    public GitLabSimulator gitLab() {
        return gitLab;
    }

    public KubernetesSimulator kubernetes() {
        return kubernetes;
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A part of the company did not end well", e);
            }
        }
    }

    /** An exception would end the ticking for good. */
    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The company stumbled", e);
        }
    }
}
