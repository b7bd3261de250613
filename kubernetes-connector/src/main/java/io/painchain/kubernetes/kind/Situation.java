package io.painchain.kubernetes.kind;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.mapping.ClusterScope;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.model.event.EventDraft;

/** One cluster as a kind sees it. */
public interface Situation {

    ClusterConfig config();

    /** Of drafts that concern a namespace; {@code null}: the cluster itself. */
    ClusterScope scope(String namespace);

    /** @param kind e.g. {@code ReplicaSet} */
    ObjectTable table(String kind);

    Notes notes(String namespace);

    /** Of all namespaces that have notes. */
    Collection<String> noted();

    void draft(EventDraft draft);

    /** Reads an object whole, of which only the metadata is watched. @param then is not called where that fails */
    void whole(ResourceType type, String namespace, String name, Consumer<JsonNode> then);

    /** Makes digests of what an object holds. */
    Digests digests();

    /** What cannot be known any more, as the end of a sentence. */
    void gap(String source, Instant from, Instant to, String reason);

    /** The server's time. */
    Instant now();

    /** Whether all objects of this kind of type are known. */
    boolean complete(String kind);
}
