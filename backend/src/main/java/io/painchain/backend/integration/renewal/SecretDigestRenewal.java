package io.painchain.backend.integration.renewal;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.connector.WorkerAssignment;
import io.painchain.backend.database.AllTenants;
import io.painchain.backend.integration.Integration;
import io.painchain.backend.integration.IntegrationReferenceRepository;
import io.painchain.backend.integration.IntegrationRepository;
import io.painchain.backend.integration.secret.SecretVault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Renews digests made with another connector key: only digests of one key can be compared. */
@Singleton
class SecretDigestRenewal {

    private static final Logger LOG = Logger.getLogger(SecretDigestRenewal.class);
    private static final int AT_ONCE = 100;

    private final IntegrationRepository integrations;
    private final IntegrationReferenceRepository references;
    private final SecretVault vault;
    private final WorkerAssignment assignment;

    SecretDigestRenewal(IntegrationRepository integrations, IntegrationReferenceRepository references, SecretVault vault,
            WorkerAssignment assignment) {
        this.integrations = integrations;
        this.references = references;
        this.vault = vault;
        this.assignment = assignment;
    }

    @AllTenants
    @Scheduled(every = "5m", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    public void renew() {
        long renewed;
        do {
            renewed = QuarkusTransaction.requiringNew().call(this::renewSome);
        } while (renewed == AT_ONCE);
    }

    /** @return how many were renewed; undecryptable ones are skipped */
    private long renewSome() {
        var some = integrations.ofKeys(references.lockSomeOfOtherDigests(vault.digestKeyId(), AT_ONCE));
        var renewed = some.stream().filter(this::renew).map(integration -> integration.type).toList();
        renewed.stream().distinct().forEach(assignment::raise);
        return renewed.size();
    }

    private boolean renew(Integration integration) {
        try {
            integration.secretDigest = vault.digest(integration.type, integration.openSecrets(vault));
            return true;
        } catch (IllegalStateException e) {
            LOG.errorf("No digest of its secrets: %s", e.getMessage());
            return false;
        }
    }
}
