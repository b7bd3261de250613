package io.painchain.gitlab.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.painchain.connector.kind.Cadences;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.gitlab.api.ServerUrl;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Validated settings from the environment; {@code requestTimeout} covers a whole answer, {@code ca} adds authorities. */
public record ConnectorSettings(URI backendApi, String connectorKey, Duration pollingInterval, Duration requestTimeout,
        int requestsPerMinute, int probeFrom, Cadences cadences, ServerUrl server, Optional<Path> ca, String worker,
        boolean metricsOfEachProject) {

    /** For tests and unusual servers. Strings, so that a wrong value gets a sentence. */
    @ConfigMapping(prefix = "painchain.gitlab")
    public interface Environment {

        /** For integrations without {@code url}. */
        @WithDefault("https://gitlab.com")
        String url();

        Optional<String> caFile();

        @WithDefault("30s")
        Duration requestTimeout();

        @WithDefault("300")
        int requestsPerMinute();

        @WithDefault("5m")
        Duration resourcesInterval();

        @WithDefault("15m")
        Duration releasesInterval();

        @WithDefault("24h")
        Duration sweepInterval();

        /** One of this many unchanged polls of a list sends no ETag. */
        @WithDefault("60")
        int unconditionalEvery();

        /** From this many projects on, one GraphQL query probes them all. */
        @WithDefault("1")
        int probeFrom();
    }

    public static ConnectorSettings of(ProcessSettings process, Environment gitLab) {
        return new ConnectorSettings(process.backendApi(), process.connectorKey(), process.pollingInterval(),
                gitLab.requestTimeout(), gitLab.requestsPerMinute(),
                gitLab.probeFrom(),
                new Cadences(gitLab.resourcesInterval(), gitLab.releasesInterval(), Cadences.USUAL.feed(),
                        gitLab.sweepInterval(), gitLab.unconditionalEvery()),
                ServerUrl.parse(gitLab.url()), gitLab.caFile().map(String::strip).filter(file -> !file.isEmpty()).map(Path::of),
                process.worker(), process.metricsOfEachRepository());
    }
}
