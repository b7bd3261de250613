package io.painchain.backend.webhook.config;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.security.KeyRenewal;
import io.painchain.backend.webhook.HookSecrets;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Encrypts secrets of webhook configurations under the primary key, as those of integrations are. */
@Singleton
class HookSecretRenewal {

    private final WebhookConfigRepository repository;
    private final HookSecrets secrets;
    private final KeyRenewal renewal = new KeyRenewal();

    HookSecretRenewal(WebhookConfigRepository repository, HookSecrets secrets) {
        this.repository = repository;
        this.secrets = secrets;
    }

    @AllTenants
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        renewal.run(secrets.currentPrefix(), this::renewAfter);
    }

    private Optional<UUID> renewAfter(UUID id) {
        var some = repository.lockSomeAfter(id, KeyRenewal.AT_ONCE);
        some.forEach(config -> {
            config.secret = renewed(config, config.secret);
            config.previousSecret = renewed(config, config.previousSecret);
        });
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).id);
    }

    private byte[] renewed(WebhookConfig config, byte[] sealed) {
        return KeyRenewal.renewed(sealed, secrets.currentPrefix(), old -> secrets.renewed(config.tenantId, config.id, old));
    }
}
