package io.painchain.backend.webhook.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.webhook.HookSecrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Encrypts secrets of webhook configurations under the primary key, as those of integrations are. */
@Singleton
class HookSecretRenewal {

    private static final Logger LOG = Logger.getLogger(HookSecretRenewal.class);
    private static final int AT_ONCE = 100;

    private final WebhookConfigRepository repository;
    private final HookSecrets secrets;
    private volatile byte[] renewedFor;

    HookSecretRenewal(WebhookConfigRepository repository, HookSecrets secrets) {
        this.repository = repository;
        this.secrets = secrets;
    }

    /** All are looked at once a key. */
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        var prefix = secrets.currentPrefix();
        if (Arrays.equals(prefix, renewedFor)) {
            return;
        }
        var after = Optional.of(new UUID(0, 0));
        while (after.isPresent()) {
            var from = after.get();
            after = QuarkusTransaction.requiringNew().call(() -> renewSome(from, prefix));
        }
        renewedFor = prefix;
    }

    private Optional<UUID> renewSome(UUID after, byte[] prefix) {
        var some = repository.lockSomeAfter(after, AT_ONCE);
        some.forEach(config -> {
            config.secret = renewed(config, config.secret, prefix);
            config.previousSecret = renewed(config, config.previousSecret, prefix);
        });
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).id);
    }

    private byte[] renewed(WebhookConfig config, byte[] sealed, byte[] prefix) {
        if (sealed == null || Arrays.equals(prefix, Arrays.copyOf(sealed, prefix.length))) {
            return sealed;
        }
        try {
            return secrets.seal(config.tenantId, config.id, secrets.open(config.tenantId, config.id, sealed));
        } catch (IllegalStateException e) {
            LOG.errorf("Not encrypted anew: %s", e.getMessage());
            return sealed;
        }
    }
}
