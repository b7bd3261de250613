package io.painchain.connector.backend;

import java.nio.file.Path;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;

/** Whom the connector trusts to be the backend, and the certificate by which it shows who it is itself; both where set. */
final class BackendTls {

    private static final String AUTHORITIES = "painchain.backend.ca.file";
    private static final String KEY_STORE = "painchain.backend.key.store.file";
    private static final String PASSWORD = "painchain.backend.key.store.password";

    private BackendTls() {
    }

    static HttpClientOptions applied(HttpClientOptions options) {
        return applied(options, ConfigProvider.getConfig());
    }

    static HttpClientOptions applied(HttpClientOptions options, Config config) {
        config.getOptionalValue(AUTHORITIES, Path.class)
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        config.getOptionalValue(KEY_STORE, Path.class)
                .ifPresent(file -> options.setKeyCertOptions(new PfxOptions().setPath(file.toString())
                        .setPassword(config.getOptionalValue(PASSWORD, String.class).orElse(""))));
        return options;
    }
}
