package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.provider.ProviderException;

/** One version of an integration as its provider's connector understands it. */
public interface SyncedIntegration {

    /** For the log, without credentials. */
    String words();

    Duration pollInterval();

    UnsoundNames unsound();

    /** The name under which the token's budget is kept and measured; one token is asked by one lane. */
    String token();

    String tokenHash();

    /** What a user should do about the token while it still works, in sentences. */
    List<String> warnings();

    /** Why and until when nothing may be asked, if so. */
    Optional<ProviderException> blocked();

    List<Quota> quotas();

    RepositoryProbe probe();

    /** Finds out which repositories there are. Not for use by two threads at once. */
    void refresh();

    /** As of the last {@link #refresh()}. */
    List<RepositoryTask> repositories();

    void reach(String repository, Map<String, Instant> back);
}
