package io.painchain.connector.backend;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;

import io.painchain.connector.backend.api.CheckpointsApi;
import io.painchain.connector.backend.api.ConnectorTypesApi;
import io.painchain.connector.backend.api.EventsApi;
import io.painchain.connector.backend.api.IntegrationsApi;
import io.painchain.connector.backend.api.PagesApi;
import io.painchain.connector.backend.api.RateLimitsApi;
import io.painchain.connector.backend.api.RejectedApi;
import io.painchain.connector.backend.api.SyncReportsApi;
import io.painchain.connector.backend.api.TasksApi;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;

record BackendResources(ConnectorTypesApi types, IntegrationsApi integrations, CheckpointsApi checkpoints, EventsApi events,
        RejectedApi rejected, PagesApi pages, SyncReportsApi reports, RateLimitsApi rateLimits, TasksApi tasks) {

    private static final int CONNECT_SECONDS = 5;
    /** Upper bound of concurrent calls: repositories of several tokens, tasks and long polling. */
    private static final int CONNECTIONS = 64;
    /** Shorter than the keep-alive of servers and proxies, so that no connection closes while in use. */
    private static final int IDLE_SECONDS = 30;

    /**
     * Built by hand because address and key are known at run time only; proxies are the platform's, and so are authorities
     * unless set.
     */
    static BackendResources at(URI api, String key) {
        Function<Class<?>, Object> client = type -> builder(api, key).build(type);
        return new BackendResources(of(client, ConnectorTypesApi.class), of(client, IntegrationsApi.class),
                of(client, CheckpointsApi.class), of(client, EventsApi.class), of(client, RejectedApi.class),
                of(client, PagesApi.class), of(client, SyncReportsApi.class), of(client, RateLimitsApi.class),
                of(client, TasksApi.class));
    }

    private static <T> T of(Function<Class<?>, Object> client, Class<T> type) {
        return type.cast(client.apply(type));
    }

    private static QuarkusRestClientBuilder builder(URI api, String key) {
        HttpClientOptions options = BackendTls.applied(new HttpClientOptions()).setShared(true)
                .setName("backend-" + api.getScheme())
                .setMaxPoolSize(CONNECTIONS).setKeepAliveTimeout(IDLE_SECONDS).setDecompressionSupported(true);
        return QuarkusRestClientBuilder.newBuilder().baseUri(api).httpClientOptions(options)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).readTimeout(0, TimeUnit.SECONDS).followRedirects(false)
                .register(new ContractJsonResolver()).register(new BackendRefusals())
                .clientHeadersFactory((incoming, outgoing) -> {
                    MultivaluedHashMap<String, String> headers = new MultivaluedHashMap<>();
                    headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + key);
                    return headers;
                }).httpClientRequestCustomizer(AnswerLimit::apply);
    }
}
