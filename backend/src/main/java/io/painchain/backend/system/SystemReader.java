package io.painchain.backend.system;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.retention.Retention;
import io.painchain.backend.security.SecretCipher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

@Singleton
class SystemReader {

    private final SystemRepository repository;
    private final SecretCipher cipher;
    private final Retention retention;
    private final Clock clock;
    private final String version;
    private final boolean embedded;
    private volatile Instant startedAt;

    SystemReader(SystemRepository repository, SecretCipher cipher, Retention retention, Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "painchain.database.embedded.url") Optional<String> embeddedUrl) {
        this.repository = repository;
        this.cipher = cipher;
        this.retention = retention;
        this.clock = clock;
        this.version = version;
        this.embedded = embeddedUrl.filter(url::equals).isPresent();
    }

    void start(@Observes StartupEvent event) {
        startedAt = clock.instant();
    }

    SystemView read(String tenantId) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> up(tenantId));
        } catch (RuntimeException e) {
            if (!DatabaseFailures.isAway(e)) {
                throw e;
            }
            return new SystemView(version, java(), startedAt, new SystemView.Database("down", null, embedded), null, null, null,
                    null);
        }
    }

    private SystemView up(String tenantId) {
        return new SystemView(version, java(), startedAt,
                new SystemView.Database("up", repository.databaseVersion(), embedded), repository.events(tenantId),
                new SystemView.Retention(retention.months(tenantId)), repository.indexing(tenantId).orElse(null),
                repository.rotation(tenantId, cipher.currentPrefix()).orElse(null));
    }

    private static String java() {
        return Runtime.version().toString();
    }
}
