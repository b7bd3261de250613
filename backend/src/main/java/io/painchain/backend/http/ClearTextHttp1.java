package io.painchain.backend.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Without TLS only HTTP/1.1 is spoken: a request to change over to HTTP/2 is answered as if it did not ask, instead of being
 * refused without a word where it asks wrongly, and cannot carry requests past a proxy. With TLS HTTP/2 is negotiated as ever.
 */
@ApplicationScoped
class ClearTextHttp1 implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
