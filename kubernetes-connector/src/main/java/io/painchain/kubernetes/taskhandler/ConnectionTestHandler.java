package io.painchain.kubernetes.taskhandler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskHandler;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.TokenFacts;
import io.painchain.kubernetes.cluster.ClusterConnection;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

/** Asks the cluster what the token may do, and names each permission that is missing. */
public final class ConnectionTestHandler implements TaskHandler {

    private static final String FAILED = "Failed to connect to Kubernetes: ";

    private final TaskClusters clusters;
    private final Executor threads;
    private final Duration deadline;

    ConnectionTestHandler(TaskClusters clusters, Executor threads, Duration deadline) {
        this.clusters = clusters;
        this.threads = threads;
        this.deadline = deadline;
    }

    @Override
    public ConnectionTest handle(Task task, Progress progress) {
        try {
            ClusterConfig config = clusters.config(task, ContractJson.record(task.input(), TestInput.class).config());
            try (KubernetesApi api = clusters.open(config, Runnable::run)) {
                return test(config, api);
            }
        } catch (IllegalArgumentException e) {
            return ConnectionTest.failed(FAILED + e.getMessage());
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            return ConnectionTest.failed(FAILED + e.getMessage());
        }
    }

    private ConnectionTest test(ClusterConfig config, KubernetesApi api) {
        Instant now = clusters.context().clock().instant();
        TokenFacts token = config.login().map(login -> TokenFacts.of(login.token())).orElseGet(() -> TokenFacts.of(""));
        if (token.expiresAt() != null && token.expiresAt().isBefore(now)) {
            return ConnectionTest.failed(FAILED + "the token expired at " + token.expiresAt());
        }
        ClusterConnection connection = new ClusterConnection(api);
        String version = connection.version();
        // A server may tell its version to anybody; this shows whether it takes the token.
        connection.uid();
        List<Repository> repositories = repositories(config, new AccessReviews(api), connection);
        boolean any = repositories.stream().flatMap(one -> one.sources().stream()).anyMatch(Source::ok);
        String missing = missing(repositories);
        String others = repositories.stream().flatMap(one -> one.sources().stream())
                .filter(source -> !source.ok() && source.missing() == null).map(Source::detail).distinct()
                .collect(Collectors.joining("; "));
        String message = (any ? "Connected successfully!" : FAILED + "the token may read nothing of what is watched.")
                + " Kubernetes " + version + (missing.isEmpty() ? "" : "; missing permissions: " + missing)
                + (others.isEmpty() ? "" : "; " + others);
        return new ConnectionTest(any, message, token.subject(), null, null, token.expiresAt(), Map.of(), repositories);
    }

    private static String missing(List<Repository> repositories) {
        List<String> names = repositories.stream().flatMap(one -> one.sources().stream()).map(Source::missing)
                .filter(java.util.Objects::nonNull).distinct().toList();
        return names.size() <= 8 ? String.join(", ", names)
                : String.join(", ", names.subList(0, 8)) + " and " + (names.size() - 8) + " more";
    }

    private List<Repository> repositories(ClusterConfig config, AccessReviews reviews, ClusterConnection connection) {
        Map<String, List<CompletableFuture<Source>>> asked = new LinkedHashMap<>();
        AccessReviews.targets(config).forEach((target, name) -> asked.computeIfAbsent(name, first -> new ArrayList<>())
                .add(CompletableFuture.supplyAsync(() -> reviews.of(target), threads)));
        long end = System.nanoTime() + deadline.toNanos();
        List<Repository> repositories = new ArrayList<>();
        asked.forEach((name, sources) -> {
            List<Source> answers = new ArrayList<>(sources.stream().map(source -> within(end, source)).toList());
            unmatched(config, connection).ifPresent(words -> answers.add(0, new Source("namespaces", false, null, words)));
            String namespace = name.contains("/") ? name.substring(name.indexOf('/') + 1) : null;
            if (namespace != null && !connection.mayExist(namespace)) {
                answers.add(0, new Source("namespace", false, null, "The cluster has no namespace " + namespace));
            }
            repositories.add(new Repository(name, answers));
        });
        return repositories;
    }

    /** Where the token may not list namespaces, that is said by itself. */
    private static Optional<String> unmatched(ClusterConfig config, ClusterConnection connection) {
        try {
            return connection.unmatched(config.namespaces());
        } catch (ProviderException e) {
            if (e.is(Kind.FORBIDDEN)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Source within(long end, CompletableFuture<Source> source) {
        try {
            return source.completeOnTimeout(new Source("permissions", false, null, "Not asked within the time of the test"),
                    Math.max(0, end - System.nanoTime()), java.util.concurrent.TimeUnit.NANOSECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
