package io.painchain.backend.audit;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Who owns the database could write all chains anew; heads in the log, which is kept elsewhere, would tell. */
@Singleton
class AuditHeads {

    private static final Logger LOG = Logger.getLogger(AuditHeads.class);

    private final AuditRepository repository;
    private final Map<String, Long> logged = new ConcurrentHashMap<>();

    AuditHeads(AuditRepository repository) {
        this.repository = repository;
    }

    @AllTenants
    @Scheduled(cron = "0 0 0 * * ?", timeZone = "UTC", concurrentExecution = ConcurrentExecution.SKIP)
    void log() {
        repository.heads().stream().filter(head -> !Long.valueOf(head.seq()).equals(logged.put(head.tenantId(), head.seq())))
                .forEach(head -> LOG.infof("Audit log of tenant %s: entry %d, %s", head.tenantId(), head.seq(),
                        HexFormat.of().formatHex(head.hash())));
    }
}
