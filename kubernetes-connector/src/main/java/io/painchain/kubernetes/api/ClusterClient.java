package io.painchain.kubernetes.api;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.painchain.outbound.Outbound;
import io.painchain.outbound.RefusedAddress;
import io.vertx.core.Vertx;

/** Opens fabric8's HTTP client: its login, token refresh and TLS, but HTTP/1.1, no redirects and no retries of its own. */
public record ClusterClient(Vertx vertx, Duration deadline, Outbound outbound) {

    public ClusterClient(Vertx vertx, Duration deadline) {
        this(vertx, deadline, Outbound.ofProcess());
    }

    /** @param caCertificate PEM; {@code null}: the platform's authorities */
    public record Login(ServerAddress server, String token, String caCertificate) {

        @Override
        public String toString() {
            return String.valueOf(server);
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    public KubernetesApi open(Login login, ApiSettings settings) {
        login.server().checkResolved();
        try {
            outbound.check(login.server().base());
        } catch (RefusedAddress e) {
            throw new IllegalArgumentException("apiUrl cannot be used: " + e.getMessage(), e);
        }
        Config config = new ConfigBuilder(Config.empty()).withMasterUrl(login.server().toString())
                .withOauthToken(login.token())
                .withCaCertData(Optional.ofNullable(login.caCertificate()).map(ClusterClient::checkedAuthority).orElse(null))
                .withTrustCerts(false).withDisableHostnameVerification(false).withHttp2Disable(true)
                .withRequestRetryBackoffLimit(0).build();
        return new KubernetesApi(client(config, outbound.proxy(login.server().base())), login.server().base(), settings);
    }

    /**
     * The cluster that this process runs in, without any proxy, by its service account, whose token file is read again as it
     * changes.
     */
    public KubernetesApi openOwn(ApiSettings settings) {
        if (outbound.gate().isPresent()) {
            throw new IllegalArgumentException("apiUrl is empty, but this connector does not read the cluster that it runs in");
        }
        Config config = new ConfigBuilder(Config.autoConfigure(null)).withTrustCerts(false)
                .withDisableHostnameVerification(false).withHttp2Disable(true).withRequestRetryBackoffLimit(0).build();
        if (System.getenv("KUBERNETES_SERVICE_HOST") == null) {
            throw new IllegalArgumentException(
                    "apiUrl is empty, but this connector does not run in a cluster; write the address of the API server");
        }
        return new KubernetesApi(client(config, Optional.empty()), ServerAddress.parse(config.getMasterUrl()).base(), settings);
    }

    private HttpClient client(Config config, Optional<InetSocketAddress> proxy) {
        VertxHttpClientFactory factory = new VertxHttpClientFactory(vertx);
        // Not by applyCommonConfiguration, which would have redirects followed, with the token.
        HttpClient.Builder builder = factory.newBuilder(config);
        builder.connectTimeout(Math.min(5_000, deadline.toMillis()), TimeUnit.MILLISECONDS).preferHttp11();
        proxy.ifPresent(address -> builder.proxyType(HttpClient.ProxyType.HTTP).proxyAddress(address));
        try {
            builder.sslContext(SSLUtils.keyManagers(config), SSLUtils.trustManagers(config));
        } catch (Exception e) {
            throw new IllegalArgumentException("caCertificate cannot be used: " + e.getClass().getSimpleName(), e);
        }
        HttpClientUtils.createApplicableInterceptors(config, factory).forEach(builder::addOrReplaceInterceptor);
        return builder.build();
    }

    /** @return as the configuration of the client wants it; throws IllegalArgumentException where it is no PEM */
    public static String checkedAuthority(String pem) {
        byte[] bytes = pem.strip().getBytes(StandardCharsets.UTF_8);
        try {
            if (CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)).isEmpty()
                    || !pem.contains("-----BEGIN CERTIFICATE-----")) {
                throw new GeneralSecurityException("no certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "caCertificate is no PEM: it begins with -----BEGIN CERTIFICATE----- and ends with -----END CERTIFICATE-----",
                    e);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
