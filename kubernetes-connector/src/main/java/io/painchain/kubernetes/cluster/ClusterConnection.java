package io.painchain.kubernetes.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.api.ApiRefusals;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.KubernetesApi.Answer;
import io.painchain.kubernetes.config.Globs;

/** What is asked of a cluster beside lists and watches. Waits for answers. */
public record ClusterConnection(KubernetesApi api) {

    private static final String NAMESPACES = "/api/v1/namespaces";
    private static final int MOST_PAGES = 200;

    /** Also shows whether the token is accepted at all. */
    public String version() {
        Answer answer = api.get("/version");
        if (!answer.ok()) {
            throw ApiRefusals.of(answer.status(), "get", "/version");
        }
        String version = answer.body().path("gitVersion").asText();
        if (version.isEmpty()) {
            throw new ProviderException(Kind.UNREADABLE,
                    api.server().getHost() + " does not answer as an API server; is apiUrl right?");
        }
        return version;
    }

    /** Names the cluster for good; {@code null} where the token may not see it. */
    public String uid() {
        Answer answer = api.get(NAMESPACES + "/kube-system");
        if (answer.status() == 403 || answer.status() == 404) {
            return null;
        }
        if (!answer.ok()) {
            throw ApiRefusals.of(answer.status(), "get", "namespaces");
        }
        return answer.body().path("metadata").path("uid").asText(null);
    }

    /** Throws where the token may not list them. A list that the server forgot between two pages is begun anew, once. */
    public List<String> namespaces() {
        try {
            return listed();
        } catch (ProviderException e) {
            if (!e.is(Kind.GONE)) {
                throw e;
            }
            return listed();
        }
    }

    private List<String> listed() {
        List<String> names = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = api.get(NAMESPACES + "?limit=500" + (next.isEmpty() ? "" : "&continue=" + next));
            if (!answer.ok()) {
                throw ApiRefusals.of(answer.status(), "list", "namespaces");
            }
            for (JsonNode item : answer.body().path("items")) {
                names.add(item.path("metadata").path("name").asText());
            }
            next = URLEncoder.encode(answer.body().path("metadata").path("continue").asText(), StandardCharsets.UTF_8);
            if (next.isEmpty()) {
                return names;
            }
        }
        throw new ProviderException(Kind.UNREADABLE, "The list of namespaces has no end");
    }

    /** A sentence where patterns match no namespace; throws where the token may not list them. */
    public Optional<String> unmatched(Globs patterns) {
        if (patterns.patterns().isEmpty() || patterns.exact()) {
            return Optional.empty();
        }
        List<String> all = namespaces();
        return all.stream().anyMatch(patterns::matches) ? Optional.empty()
                : Optional.of("namespaces matches none of the cluster's " + all.size() + " namespaces");
    }

    /** {@code false} only where the cluster says that there is none. */
    public boolean mayExist(String namespace) {
        return api.get(NAMESPACES + "/" + namespace).status() != 404;
    }
}
