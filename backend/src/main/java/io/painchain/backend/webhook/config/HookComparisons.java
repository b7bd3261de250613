package io.painchain.backend.webhook.config;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Silence proves nothing: what providers delivered is compared every quarter of an hour, while something is missing each
 * minute.
 */
@Singleton
class HookComparisons {

    private static final Logger LOG = Logger.getLogger(HookComparisons.class);
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration WHILE_MISSING = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;

    private final HookStandingRepository standings;
    private final HookRegistrations registrations;
    private final Clock clock;

    HookComparisons(HookStandingRepository standings, HookRegistrations registrations, Clock clock) {
        this.standings = standings;
        this.registrations = registrations;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "{painchain.comparisons.every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void compare() {
        var now = clock.instant();
        try {
            standings.due(now.minus(USUAL), now.minus(WHILE_MISSING), AT_ONCE)
                    .forEach(due -> registrations.compare(due).subscribe().with(told -> {
                        // kept with the configuration
                    }, failure -> LOG.debugf("Webhook %s is compared later: %s", due.hook().id(), failure.getMessage())));
        } catch (DatabaseFailure e) {
            LOG.debugf(e, "Webhooks cannot be looked up");
        }
    }
}
