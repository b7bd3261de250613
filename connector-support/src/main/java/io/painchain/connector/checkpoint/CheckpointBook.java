package io.painchain.connector.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.sweep.SweepState;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.validation.Limits;

/** Found by the provider's repository id, so that a checkpoint survives renames. */
public final class CheckpointBook {

    private static final Logger LOG = Logger.getLogger(CheckpointBook.class);
    private static final int COMFORTABLE_BYTES = Limits.CHECKPOINT_BYTES - 4 * 1024;

    /** No provider allows it in a repository's name. */
    private static final char APART = '~';

    /** {@code state} is {@code null} where the value cannot be read. */
    public record Entry(String key, long version, RepositoryState state) {
    }

    private final Kinds kinds;
    private final Map<String, Entry> entries = new HashMap<>();

    public CheckpointBook(Kinds kinds, Iterable<Checkpoint> stored) {
        this.kinds = kinds;
        stored.forEach(checkpoint -> entries.put(checkpoint.key(),
                new Entry(checkpoint.key(), checkpoint.version(), read(checkpoint.key(), checkpoint.value()))));
    }

    /** Begins a checkpoint where the id has none; a name that another repository had first gets the id appended. */
    public synchronized Entry of(long repositoryId, String name, String fullName) {
        Optional<Entry> known = entries.values().stream()
                .filter(entry -> entry.state() != null && entry.state().repositoryId() == repositoryId).findFirst();
        return known.orElseGet(() -> begun(repositoryId, name, fullName));
    }

    private Entry begun(long repositoryId, String name, String fullName) {
        String apart = "" + APART + repositoryId;
        Entry underName = entries.get(name);
        String key = underName == null || underName.state() == null ? name : name + apart;
        boolean taken = entries.values().stream()
                .anyMatch(entry -> entry.state() != null && entry.state().identity().equals(fullName));
        Entry underKey = entries.get(key);
        return new Entry(key, underKey == null ? 0 : underKey.version(),
                RepositoryState.first(kinds, repositoryId, taken ? fullName + apart : fullName));
    }

    public synchronized Optional<Entry> under(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(Entry entry) {
        entries.put(entry.key(), entry);
    }

    public static Checkpoint write(Entry entry, RepositoryState state) {
        Map<String, Object> value = CheckpointJson.write(state.trimmed());
        if (isTooLarge(value)) {
            LOG.warnf("The checkpoint of %s is stored without its ETags: it would be too large", entry.key());
            value = CheckpointJson.write(state.forgetTags());
        }
        if (isTooLarge(value)) {
            LOG.warnf("The checkpoint of %s is stored without what the sweep compared: it would be too large", entry.key());
            value = CheckpointJson.write(state.forgetTags().with(SweepState.NEVER));
        }
        if (isTooLarge(value)) {
            LOG.warnf("The checkpoint of %s is stored with its long texts cut: it would be too large", entry.key());
            value = CheckpointJson.shortened(value);
        }
        return new Checkpoint(entry.key(), entry.version(), value);
    }

    private static boolean isTooLarge(Map<String, Object> value) {
        return ContractJson.bytes(value).length > COMFORTABLE_BYTES;
    }

    /** {@code null} where this version cannot read the value. */
    public RepositoryState read(String key, Map<String, Object> value) {
        if (value == null) {
            return null;
        }
        try {
            RepositoryState state = CheckpointJson.read(kinds, value);
            if (state != null) {
                return state;
            }
        } catch (IllegalArgumentException e) {
            LOG.debugf(e, "The checkpoint of %s", key);
        }
        LOG.warnf("The checkpoint of %s cannot be read by this version; the repository is read afresh", key);
        return null;
    }
}
