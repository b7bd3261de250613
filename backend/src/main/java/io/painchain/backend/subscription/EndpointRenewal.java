package io.painchain.backend.subscription;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Encrypts endpoints under the primary key, as secrets of integrations are. */
@Singleton
class EndpointRenewal {

    private static final Logger LOG = Logger.getLogger(EndpointRenewal.class);
    private static final int AT_ONCE = 100;

    private final SubscriptionRepository repository;
    private final EndpointSeal seal;
    private volatile byte[] renewedFor;

    EndpointRenewal(SubscriptionRepository repository, EndpointSeal seal) {
        this.repository = repository;
        this.seal = seal;
    }

    /** All are looked at once a key. */
    @Scheduled(every = "{painchain.keyset.renewal}", delayed = "{painchain.keyset.renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        var prefix = seal.currentPrefix();
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
        some.stream().filter(one -> !Arrays.equals(prefix, Arrays.copyOf(one.sealed, prefix.length))).forEach(this::renew);
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).id);
    }

    private void renew(Subscription subscription) {
        try {
            subscription.sealed = seal.renewed(subscription.tenantId, subscription.id, subscription.sealed);
        } catch (IllegalStateException e) {
            LOG.errorf("Not encrypted anew: %s", e.getMessage());
        }
    }
}
