package io.painchain.connector.process;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.painchain.connector.backend.ConnectorKey;

/** The environment of any connector, checked. */
public record ProcessSettings(URI backendApi, String connectorKey, Duration pollingInterval, String worker,
        boolean metricsOfEachRepository) {

    private static final int LONGEST_HOST = 50;

    /** @throws IllegalArgumentException with a sentence for the operator */
    public static ProcessSettings of(ConnectorEnvironment environment) {
        return new ProcessSettings(backend(environment.backendApiUrl()),
                ConnectorKey.read(environment.connectorKey(), environment.connectorKeyFile()),
                interval(environment.pollingInterval()), worker(environment.workerId(), environment.workerPort()),
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
