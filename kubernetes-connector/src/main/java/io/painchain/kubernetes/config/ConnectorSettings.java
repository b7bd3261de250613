package io.painchain.kubernetes.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.painchain.connector.backend.ConnectorKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Validated settings from the environment; {@code requestTimeout} covers a whole answer of backend or cluster. */
public record ConnectorSettings(URI backendApi, String connectorKey, Duration pollingInterval, Duration requestTimeout,
        Set<String> inClusterTenants, String worker, boolean metricsOfEachRepository) {

    private static final int LONGEST_HOST = 50;
    /** How the self-hosted tenant, which has no name, is named in a list of tenants. */
    private static final String SELF_HOSTED = "~";

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

        Metrics metrics();

        interface Metrics {

            @WithDefault("false")
            boolean perRepository();
        }

        Kubernetes kubernetes();

        interface Kubernetes {

            @WithDefault("30s")
            Duration requestTimeout();

            /** Besides the self-hosted one, with commas. */
            Optional<String> inClusterTenants();
        }
    }

    public static ConnectorSettings of(Environment environment) {
        return new ConnectorSettings(backend(environment.backendApiUrl()),
                ConnectorKey.read(environment.connectorKey(), environment.connectorKeyFile()),
                interval(environment.pollingInterval()), environment.kubernetes().requestTimeout(),
                tenants(environment.kubernetes().inClusterTenants()), worker(environment.workerId(), environment.workerPort()),
                environment.metrics().perRepository());
    }

    /** @param tenantId {@code null}: the self-hosted one */
    public boolean mayUseOwnCluster(String tenantId) {
        return inClusterTenants.contains(tenantId == null ? SELF_HOSTED : tenantId);
    }

    private static Set<String> tenants(Optional<String> named) {
        Set<String> tenants = new HashSet<>(Set.of(SELF_HOSTED));
        named.stream().flatMap(text -> Arrays.stream(text.split(","))).map(String::strip).filter(text -> !text.isEmpty())
                .forEach(tenants::add);
        return tenants;
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
