package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Sight;
import io.painchain.model.integration.Coverage;

/** The reading of one repository; only {@link #hurry} and {@link #reach} may be called while it runs. */
public interface SyncedRepository {

    /**
     * Reads what is due. Throws where nothing more may be asked for a while, or what was found could not be stored.
     *
     * @param slack how long until the next chance
     * @param since when that was decided
     */
    RepositoryReport run(Duration slack, Instant since);

    /** Makes everything due; the next {@link #run} reads it. */
    void hurry();

    /** A backfill has read these sources back to these moments; the next {@link #run} stores that. */
    void reach(Map<String, Instant> back);

    /** @return whether something moved since the last probe, so that it is worth reading now */
    boolean probed(Sight sight);

    /** Whether something goes on that began of late, so that its end is to be waited for. */
    boolean waitsForAnEnd();

    /** When something new was read last, {@code null}: never. */
    Instant lastNews();

    /** What the ledger has to tell since it was reported last; empty where that is less than so much time. */
    List<Coverage> coverage(Duration step);

    void reported(List<Coverage> lines);
}
