package io.painchain.kubernetes.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.painchain.kubernetes.api.ClusterClient;
import io.painchain.kubernetes.api.ClusterClient.Login;
import io.painchain.kubernetes.api.ServerAddress;

/**
 * One integration's configuration.
 *
 * @param login empty: the cluster that this process runs in
 * @param ignore globs of {@code namespace/kind/name}
 * @param imageRepositories the source repository of images whose tag is a commit
 */
public record ClusterConfig(Optional<Login> login, String clusterName, Globs namespaces, Duration pollInterval, Options options,
        Globs ignore, Map<String, String> imageRepositories) {

    /** What may be left out, or asked for. */
    public record Options(boolean helm, boolean secrets, boolean autoscaling, boolean problems, boolean nodes) {
    }

    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_600;
    private static final int USUAL = 300;
    private static final Set<String> FIELDS = Set.of("apiUrl", "token", "caCertificate", "clusterName", "namespaces",
            "pollInterval", "helm", "secrets", "autoscaling", "problems", "nodes", "ignore", "imageRepositories");

    /**
     * @param inClusterAllowed whether the tenant may use the connector's own service account
     * @throws IllegalArgumentException with a sentence for the user where the integration cannot be watched
     */
    public static ClusterConfig parse(Map<String, Object> config, boolean inClusterAllowed) {
        config.keySet().stream().filter(field -> !FIELDS.contains(field)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException("Unknown field: " + field);
        });
        String name = text(config, "clusterName").orElseThrow(() -> new IllegalArgumentException("clusterName is required"));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw new IllegalArgumentException(
                    "clusterName must be 1 to 63 of A-Z a-z 0-9 . _ -, and begin with a letter or digit");
        }
        Options options = new Options(flag(config, "helm", true), flag(config, "secrets", false),
                flag(config, "autoscaling", false), flag(config, "problems", true), flag(config, "nodes", true));
        return new ClusterConfig(login(config, inClusterAllowed), name, namespaces(config), interval(config), options,
                new Globs(list(config, "ignore")), images(config));
    }

    private static Optional<Login> login(Map<String, Object> config, boolean inClusterAllowed) {
        Optional<String> url = text(config, "apiUrl");
        Optional<String> token = text(config, "token");
        Optional<String> ca = text(config, "caCertificate");
        ca.ifPresent(ClusterClient::checkedAuthority);
        if (url.isPresent()) {
            ServerAddress server = ServerAddress.parse(url.get());
            String given = token.orElseThrow(() -> new IllegalArgumentException("token is required where apiUrl is set"));
            if (!given.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                throw new IllegalArgumentException("token has characters that no token has; it is one line without blanks");
            }
            return Optional.of(new Login(server, given, ca.orElse(null)));
        }
        if (token.isPresent() || ca.isPresent()) {
            throw new IllegalArgumentException("apiUrl is required with a token or a caCertificate");
        }
        if (!inClusterAllowed) {
            throw new IllegalArgumentException("apiUrl is required: the cluster that the connector runs in is not open to"
                    + " this tenant (PAINCHAIN_KUBERNETES_IN_CLUSTER_TENANTS)");
        }
        return Optional.empty();
    }

    private static Globs namespaces(Map<String, Object> config) {
        List<String> patterns = list(config, "namespaces");
        patterns.stream().filter(pattern -> !pattern.matches("!?[a-z0-9*?]([a-z0-9*?-]{0,61}[a-z0-9*?])?")).findFirst()
                .ifPresent(pattern -> {
                    throw new IllegalArgumentException("Not a namespace's name, or a pattern of such: " + shown(pattern));
                });
        return new Globs(patterns);
    }

    private static Map<String, String> images(Map<String, Object> config) {
        Map<String, String> images = new HashMap<>();
        for (String pair : list(config, "imageRepositories")) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2 || !parts[0].matches("[a-z0-9][a-z0-9./:_-]{0,254}")
                    || !parts[1].matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){1,20}")) {
                throw new IllegalArgumentException(
                        "imageRepositories has an entry that is not image=owner/repo: " + shown(pair));
            }
            images.put(parts[0], parts[1]);
        }
        return images;
    }

    private static Duration interval(Map<String, Object> config) {
        Object value = config.get("pollInterval");
        if (value == null) {
            return Duration.ofSeconds(USUAL);
        }
        if (!(value instanceof Number seconds) || seconds.doubleValue() != seconds.intValue() || seconds.intValue() < SHORTEST
                || seconds.intValue() > LONGEST) {
            throw new IllegalArgumentException("pollInterval must be a whole number of seconds from 60 to 3600");
        }
        return Duration.ofSeconds(seconds.intValue());
    }

    private static Optional<String> text(Map<String, Object> config, String field) {
        Object value = config.get(field);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(field + " must be a text");
        }
        return Optional.ofNullable((String) value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean flag(Map<String, Object> config, String field, boolean usual) {
        Object value = config.get(field);
        if (value != null && !(value instanceof Boolean)) {
            throw new IllegalArgumentException(field + " must be true or false");
        }
        return value == null ? usual : (Boolean) value;
    }

    private static List<String> list(Map<String, Object> config, String field) {
        Object value = config.get(field);
        Stream<?> entries = value instanceof String text ? Arrays.stream(text.split(","))
                : value instanceof List<?> list ? list.stream() : value == null ? Stream.of() : null;
        List<?> all = entries == null ? null : entries.toList();
        if (all == null || !all.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException(field + " must be a list of texts, or one text with commas");
        }
        return all.stream().map(entry -> ((String) entry).strip()).filter(entry -> !entry.isEmpty()).distinct().toList();
    }

    private static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }

    /** Omits the credentials, which must not get into a log. */
    @Override
    public String toString() {
        return "cluster " + clusterName + login.map(known -> " at " + known.server()).orElse(", in which this process runs");
    }
}
