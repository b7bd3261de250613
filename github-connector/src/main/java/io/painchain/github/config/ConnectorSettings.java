package io.painchain.github.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.painchain.connector.backend.ConnectorKey;
import io.painchain.connector.kind.Cadences;
import io.painchain.github.api.ApiUrl;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Validated settings from the environment; {@code requestTimeout} covers a whole answer, {@code gitHubCa} adds authorities. */
public record ConnectorSettings(URI backendApi, String connectorKey, Duration pollingInterval, Duration requestTimeout,
        int requestsPerMinute, int probeFrom, Cadences cadences, ApiUrl gitHub, Optional<Path> gitHubCa, String worker,
        boolean redis, boolean metricsOfEachRepository) {

    private static final int LONGEST_HOST = 50;

    /** Strings, so that a wrong value gets a sentence. */
    @ConfigMapping(prefix = "painchain")
    public interface Environment {

        String backendApiUrl();

        String pollingInterval();

        Optional<String> connectorKey();

        Optional<String> connectorKeyFile();

        Optional<String> workerId();

        /** Distinguishes processes on one machine. */
        String workerPort();

        Optional<String> redisUrl();

        Metrics metrics();

        interface Metrics {

            @WithDefault("false")
            boolean perRepository();
        }

        GitHub github();

        /** For tests and unusual servers; the defaults are GitHub's rules. */
        interface GitHub {

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

            /** From this many repositories on, one GraphQL query probes them all. */
            @WithDefault("50")
            int probeFrom();
        }
    }

    public static ConnectorSettings of(Environment environment) {
        Environment.GitHub gitHub = environment.github();
        return new ConnectorSettings(backend(environment.backendApiUrl()),
                ConnectorKey.read(environment.connectorKey(), environment.connectorKeyFile()),
                interval(environment.pollingInterval()), gitHub.requestTimeout(), gitHub.requestsPerMinute(),
                gitHub.probeFrom(),
                new Cadences(gitHub.resourcesInterval(), gitHub.releasesInterval(), Cadences.USUAL.feed(),
                        gitHub.sweepInterval(), gitHub.unconditionalEvery()),
                ApiUrl.usual(gitHub.apiUrl()), gitHub.caFile().map(String::strip).filter(file -> !file.isEmpty()).map(Path::of),
                worker(environment.workerId(), environment.workerPort()),
                environment.redisUrl().filter(url -> !url.isBlank()).isPresent(),
                environment.metrics().perRepository());
    }

    private static String worker(Optional<String> id, String port) {
        String worker = id.map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> place(port));
        if (!worker.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("PAINCHAIN_WORKER_ID must be 1 to 64 of A-Z a-z 0-9 . _ -, not " + worker);
        }
        return worker;
    }

    /** Stays the same after a restart, so that a killed process gets its share back at once. */
    private static String place(String port) {
        try {
            String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
            return host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "-" + port;
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }

    private static URI backend(String text) {
        String url = text.strip();
        if (!url.matches("(?i)https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(
                    "BACKEND_API_URL must be an http or https address such as http://localhost:8000/api, not " + url);
        }
        return URI.create(url);
    }

    private static Duration interval(String text) {
        String seconds = text.strip();
        if (!seconds.matches("\\d{1,5}") || Integer.parseInt(seconds) < 1 || Integer.parseInt(seconds) > 3_600) {
            throw new IllegalArgumentException("POLLING_INTERVAL must be a number of seconds from 1 to 3600, not " + seconds);
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
