package io.painchain.backend.subscription;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.security.KeyRenewal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Encrypts endpoints under the primary key, as secrets of integrations are. */
@Singleton
class EndpointRenewal {

    private final SubscriptionRepository repository;
    private final EndpointSeal seal;
    private final KeyRenewal renewal = new KeyRenewal();

    EndpointRenewal(SubscriptionRepository repository, EndpointSeal seal) {
        this.repository = repository;
        this.seal = seal;
    }

    @AllTenants
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        renewal.run(seal.currentPrefix(), this::renewAfter);
    }

    private Optional<UUID> renewAfter(UUID id) {
        var some = repository.lockSomeAfter(id, KeyRenewal.AT_ONCE);
        some.forEach(one -> one.sealed = KeyRenewal.renewed(one.sealed, seal.currentPrefix(),
                sealed -> seal.renewed(one.tenantId, one.id, sealed)));
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).id);
    }
}
