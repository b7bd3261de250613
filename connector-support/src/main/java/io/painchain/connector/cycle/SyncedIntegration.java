package io.painchain.connector.cycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.provider.ProviderException;
import io.painchain.model.task.WebhookInput;

public interface SyncedIntegration {

    /** For the log, without credentials. */
    String words();

    Duration pollInterval();

    UnsoundNames unsound();

    /** Name of the token's budget and metrics; requests of one token share a lane. */
    String token();

    String tokenHash();

    /** Advice on a token that still works, in sentences. */
    List<String> warnings();

    /** Present while no request is allowed, with reason and time. */
    Optional<ProviderException> blocked();

    List<Quota> quotas();

    RepositoryProbe probe();

    /** Not to be called by two threads at once. */
    void refresh();

    List<RepositoryTask> repositories();

    void reach(String repository, PastFindings past);

    /** Of which repository a delivery tells. */
    default HookAddress addressOf(WebhookInput.Delivery delivery) {
        return HookAddress.none("This connector takes no webhooks");
    }
}
