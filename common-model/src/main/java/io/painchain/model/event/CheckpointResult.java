package io.painchain.model.event;

import java.util.Map;

import org.jetbrains.annotations.Nullable;

/**
 * What became of one checkpoint of a batch.
 *
 * @param version the version that is stored now
 * @param value what is stored now where another wrote meanwhile, else {@code null}
 */
public record CheckpointResult(String key, Outcome outcome, long version, @Nullable Map<String, Object> value) {

    public enum Outcome {
        stored,
        stale
    }
}
