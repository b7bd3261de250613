package io.painchain.backend.connect.credential;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.security.KeyRenewal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Encrypts what was granted under the primary key, as secrets of integrations are. */
@Singleton
class CredentialKeyRenewal {

    private final CredentialRepository repository;
    private final CredentialCipher cipher;
    private final KeyRenewal renewal = new KeyRenewal();

    CredentialKeyRenewal(CredentialRepository repository, CredentialCipher cipher) {
        this.repository = repository;
        this.cipher = cipher;
    }

    @AllTenants
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        renewal.run(cipher.currentPrefix(), this::renewAfter);
    }

    private Optional<UUID> renewAfter(UUID id) {
        var some = repository.lockSomeAfter(id, KeyRenewal.AT_ONCE);
        some.forEach(credential -> repository.sealedAnew(credential, cipher.renewed(credential)));
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).integrationId());
    }
}
