package io.painchain.github.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.painchain.connector.kind.Cadences;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.github.api.ApiUrl;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Validated settings from the environment; {@code requestTimeout} covers a whole answer, {@code gitHubCa} adds authorities. */
public record ConnectorSettings(URI backendApi, String connectorKey, Duration pollingInterval, Duration requestTimeout,
        int requestsPerMinute, int probeFrom, Cadences cadences, ApiUrl gitHub, Optional<Path> gitHubCa, String worker,
        boolean redis, boolean metricsOfEachRepository, boolean pollPages, OwnApps ownApps) {

    /** For tests and unusual servers; the defaults are GitHub's rules. Strings, so that a wrong value gets a sentence. */
    @ConfigMapping(prefix = "painchain.github")
    public interface Environment extends OwnApps.Environment {

        Optional<String> redisUrl();

        /** For integrations without {@code apiUrl}. */
        @WithDefault("https://api.github.com")
        String apiUrl();

        Optional<String> caFile();

        @WithDefault("30s")
        Duration requestTimeout();

        @WithDefault("600")
        int requestsPerMinute();

        @WithDefault("5m")
        Duration resourcesInterval();

        @WithDefault("15m")
        Duration releasesInterval();

        @WithDefault("1h")
        Duration sweepInterval();

        /** One of this many unchanged polls of a list sends no ETag. */
        @WithDefault("60")
        int unconditionalEvery();

        /** Whether the backend keeps GitHub's answers, raw, beside the deliveries of webhooks. */
        @WithDefault("false")
        boolean pollPages();

        /** From this many repositories on, one GraphQL query probes them all. */
        @WithDefault("50")
        int probeFrom();
    }

    public static ConnectorSettings of(ProcessSettings process, Environment gitHub) {
        return new ConnectorSettings(process.backendApi(), process.connectorKey(), process.pollingInterval(),
                gitHub.requestTimeout(), gitHub.requestsPerMinute(),
                gitHub.probeFrom(),
                new Cadences(gitHub.resourcesInterval(), gitHub.releasesInterval(), Cadences.USUAL.feed(),
                        gitHub.sweepInterval(), gitHub.unconditionalEvery()),
                ApiUrl.usual(gitHub.apiUrl()), gitHub.caFile().map(String::strip).filter(file -> !file.isEmpty()).map(Path::of),
                process.worker(),
                gitHub.redisUrl().filter(url -> !url.isBlank()).isPresent(),
                process.metricsOfEachRepository(), gitHub.pollPages(), OwnApps.of(gitHub));
    }
}
