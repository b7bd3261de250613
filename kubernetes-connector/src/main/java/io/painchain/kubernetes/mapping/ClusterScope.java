package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.DraftScope;

/**
 * Where drafts belong, and how their things are named.
 *
 * @param namespace {@code null}: the cluster itself
 * @param imageRepositories the source repository of images whose tag is a commit
 * @param answeredAt the server's clock; labels and annotations may claim anything later
 */
public record ClusterScope(String integrationId, String cluster, String namespace, Map<String, String> imageRepositories,
        Instant answeredAt)
        implements
            DraftScope {

    @Override
    public String connector() {
        return "kubernetes";
    }

    @Override
    public String project() {
        return namespace == null ? cluster : cluster + "/" + namespace;
    }

    @Override
    public List<String> tags() {
        return List.of();
    }

    /** An object's place, as ids have it. */
    public String object(String kind, String name) {
        return project() + "/" + kind.toLowerCase(java.util.Locale.ROOT) + "/" + name;
    }

    DraftBuilder draft(String type, String kind, String name) {
        return DraftBuilder.of(this, type).entityAlone(kind.toLowerCase(java.util.Locale.ROOT) + ":" + object(kind, name))
                .data("cluster", cluster).data("namespace", namespace).data("kind", kind).data("name", name);
    }
}
