package io.painchain.backend.integration.renewal;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.connector.ConfigSchemaChanged;
import io.painchain.backend.integration.Integration;
import io.painchain.backend.integration.IntegrationKey;
import io.painchain.backend.integration.IntegrationRepository;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.integration.secret.Secrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Keeps stored secrets as they are to be stored now: under the present key, and all that a newer schema calls secret. */
@Singleton
public class SecretRenewal {

    private static final Logger LOG = Logger.getLogger(SecretRenewal.class);
    private static final int AT_ONCE = 100;

    private final IntegrationRepository integrations;
    private final SecretVault vault;

    SecretRenewal(IntegrationRepository integrations, SecretVault vault) {
        this.integrations = integrations;
        this.vault = vault;
    }

    /** After the keyset was exchanged: several backends may share the work. */
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    public void renew() {
        var after = Optional.of(new IntegrationKey("", new UUID(0, 0)));
        while (after.isPresent()) {
            var from = after.get();
            after = QuarkusTransaction.requiringNew().call(() -> renewSome(from));
        }
    }

    private Optional<IntegrationKey> renewSome(IntegrationKey after) {
        var some = integrations.lockSomeOfOtherKeys(vault.currentPrefix(), after, AT_ONCE);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        long renewed = some.stream().filter(this::renew).count();
        LOG.infof("The secrets of %d integrations were encrypted with the present key", renewed);
        var last = some.get(some.size() - 1);
        return Optional.of(new IntegrationKey(last.tenantId, last.id));
    }

    /** One that cannot be decrypted must not keep the others waiting. */
    private boolean renew(Integration integration) {
        try {
            integration.secrets = vault.renewed(integration.tenantId, integration.id, integration.secrets);
            return true;
        } catch (IllegalStateException e) {
            LOG.errorf("Not encrypted anew: %s", e.getMessage());
            return false;
        }
    }

    /** What a connector's newer version calls a secret may stand in clear in what was stored before. */
    void takeUp(@Observes ConfigSchemaChanged change) {
        var after = new UUID(0, 0);
        var some = integrations.lockSomeOfType(change.type(), after, AT_ONCE);
        while (!some.isEmpty()) {
            for (var integration : some) {
                var stored = vault.open(integration);
                var now = Secrets.of(stored.clear(), change.schema(), stored.paths());
                if (!now.equals(stored)) {
                    vault.put(integration, now);
                }
            }
            some = integrations.lockSomeOfType(change.type(), some.get(some.size() - 1).id, AT_ONCE);
        }
    }
}
