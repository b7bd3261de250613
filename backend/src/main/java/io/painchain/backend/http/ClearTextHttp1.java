package io.painchain.backend.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** HTTP/1.1 only without TLS: an upgrade to HTTP/2 is ignored, so that it cannot carry requests past a proxy. */
@ApplicationScoped
class ClearTextHttp1 implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
