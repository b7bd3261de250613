package io.painchain.backend.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Adds entries to their chain, in the caller's transaction where there is one. */
@Singleton
class AuditWriter {

    private final AuditRepository repository;

    AuditWriter(AuditRepository repository) {
        this.repository = repository;
    }

    @Transactional
    long append(AuditEntry entry) {
        var head = repository.lockHead(entry.tenantId());
        repository.append(entry, head, AuditChain.hash(entry, head.seq() + 1, head.hash()));
        return head.seq() + 1;
    }
}
