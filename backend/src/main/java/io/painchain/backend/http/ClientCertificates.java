package io.painchain.backend.http;

import java.util.Locale;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;

/** Whether callers over TLS have to show a certificate. Quarkus' own setting of that is fixed by the build. */
@Singleton
class ClientCertificates implements HttpServerOptionsCustomizer {

    private final ClientAuth demand;

    ClientCertificates(@ConfigProperty(name = "painchain.tls.clients", defaultValue = "none") String demand,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String inClear) {
        this.demand = Stream.of(ClientAuth.values()).filter(one -> one.name().equals(demand.strip().toUpperCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new IllegalStateException(
                        "PAINCHAIN_TLS_CLIENTS must be none, request or required, and is none of them."));
        if (this.demand == ClientAuth.REQUIRED && inClear.strip().equalsIgnoreCase("enabled")) {
            throw new IllegalStateException("PAINCHAIN_TLS_CLIENTS is required, but the port in clear asks for no certificate: "
                    + "set QUARKUS_HTTP_INSECURE_REQUESTS=disabled.");
        }
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(demand);
    }
}
