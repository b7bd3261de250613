package io.painchain.kubernetes.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.process.ProcessSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Validated settings from the environment; {@code requestTimeout} covers a whole answer of backend or cluster. */
public record ConnectorSettings(URI backendApi, String connectorKey, Duration pollingInterval, Duration requestTimeout,
        Set<String> inClusterTenants, String worker, boolean metricsOfEachRepository) {

    /** How the self-hosted tenant, which has no name, is named in a list of tenants. */
    private static final String SELF_HOSTED = "~";

    @ConfigMapping(prefix = "painchain.kubernetes")
    public interface Environment {

        @WithDefault("30s")
        Duration requestTimeout();

        /** Besides the self-hosted one, with commas. */
        Optional<String> inClusterTenants();
    }

    public static ConnectorSettings of(ProcessSettings process, Environment own) {
        return new ConnectorSettings(process.backendApi(), process.connectorKey(), process.pollingInterval(),
                own.requestTimeout(), tenants(own.inClusterTenants()),
                process.worker(), process.metricsOfEachRepository());
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
}
