package io.painchain.backend.integration.renewal;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.connector.ConfigSchemaChanged;
import io.painchain.backend.database.AllTenants;
import io.painchain.backend.id.TenantKey;
import io.painchain.backend.integration.Integration;
import io.painchain.backend.integration.IntegrationReferenceRepository;
import io.painchain.backend.integration.IntegrationRepository;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.integration.secret.Secrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Re-encrypts stored secrets under the primary key, and moves values that a newer schema calls secret. */
@Singleton
public class SecretRenewal {

    private static final Logger LOG = Logger.getLogger(SecretRenewal.class);
    private static final int AT_ONCE = 100;

    private final IntegrationRepository integrations;
    private final IntegrationReferenceRepository references;
    private final SecretVault vault;

    SecretRenewal(IntegrationRepository integrations, IntegrationReferenceRepository references, SecretVault vault) {
        this.integrations = integrations;
        this.references = references;
        this.vault = vault;
    }

    /** Several backends may share the work. */
    @AllTenants
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    public void renew() {
        var after = Optional.of(new TenantKey("", new UUID(0, 0)));
        while (after.isPresent()) {
            var from = after.get();
            after = QuarkusTransaction.requiringNew().call(() -> renewSome(from));
            after.ifPresent(at -> logLeftOver());
        }
    }

    private void logLeftOver() {
        long left = QuarkusTransaction.requiringNew().call(() -> references.countOfOtherKeys(vault.currentPrefix()));
        LOG.infof("The secrets of %d integrations are still encrypted with an earlier key", left);
    }

    private Optional<TenantKey> renewSome(TenantKey after) {
        var some = integrations.ofKeys(references.lockSomeOfOtherKeys(vault.currentPrefix(), after, AT_ONCE));
        if (some.isEmpty()) {
            return Optional.empty();
        }
        long renewed = some.stream().filter(this::renew).count();
        LOG.infof("The secrets of %d integrations were encrypted with the present key", renewed);
        var last = some.get(some.size() - 1);
        return Optional.of(new TenantKey(last.tenantId, last.id));
    }

    private boolean renew(Integration integration) {
        try {
            integration.secrets = vault.renewed(integration.tenantId, integration.id, integration.secrets);
            return true;
        } catch (IllegalStateException e) {
            LOG.errorf("Not encrypted anew: %s", e.getMessage());
            return false;
        }
    }

    /** Values that a connector's newer schema calls secret may be stored in clear. */
    void takeUp(@Observes ConfigSchemaChanged change) {
        var after = new UUID(0, 0);
        var some = integrations.lockSomeOfType(change.type(), after, AT_ONCE);
        while (!some.isEmpty()) {
            for (var integration : some) {
                var stored = integration.openSecrets(vault);
                var now = Secrets.of(stored.clear(), change.schema(), stored.paths());
                if (!now.equals(stored)) {
                    integration.putSecrets(vault, now);
                }
            }
            some = integrations.lockSomeOfType(change.type(), some.get(some.size() - 1).id, AT_ONCE);
        }
    }
}
