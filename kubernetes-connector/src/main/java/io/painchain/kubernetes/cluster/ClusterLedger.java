package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.kubernetes.inventory.ClusterDocument.NotedGap;
import io.painchain.model.integration.Coverage;

/** Since when and until when each source is known, of the cluster or of each of its watched namespaces. */
final class ClusterLedger {

    private static final int MOST_GAPS = 200;

    private final List<String> repositories;
    private final Map<String, Instant> from = new TreeMap<>();
    private final Map<String, Instant> verified = new TreeMap<>();
    private final Map<String, Instant> reported = new TreeMap<>();
    private final List<NotedGap> gaps = new ArrayList<>();

    ClusterLedger(List<String> repositories, Map<String, Instant> coveredFrom, List<NotedGap> gaps) {
        this.repositories = repositories;
        this.from.putAll(coveredFrom);
        this.gaps.addAll(gaps);
    }

    /** @param repository {@code null}: all of them */
    synchronized void gap(String repository, String source, Instant since, Instant to, String reason) {
        for (String one : repository == null ? repositories : List.of(repository)) {
            Instant begin = since == null ? from.get(line(one, source)) : since;
            NotedGap gap = new NotedGap(one, source, begin == null || begin.isAfter(to) ? to : begin, to, reason);
            boolean known = gaps.stream().anyMatch(other -> other.repository().equals(one) && other.source().equals(source)
                    && other.reason().equals(reason) && other.from().equals(gap.from()));
            if (!known && from.containsKey(line(one, source))) {
                gaps.add(gap);
            }
        }
        while (gaps.size() > MOST_GAPS) {
            gaps.remove(0);
        }
    }

    synchronized void verify(String repository, String source, Instant at) {
        from.putIfAbsent(line(repository, source), at);
        verified.merge(line(repository, source), at, (known, now) -> now.isAfter(known) ? now : known);
    }

    /** No claim is made any more. */
    synchronized void forget(String repository, String source) {
        verified.remove(line(repository, source));
    }

    synchronized Map<String, Instant> coveredFrom() {
        return new TreeMap<>(from);
    }

    synchronized List<NotedGap> gaps() {
        return List.copyOf(gaps);
    }

    /** All lines that advanced since they were reported. */
    synchronized List<Coverage> news() {
        return repositories.stream().flatMap(one -> news(one, Duration.ofSeconds(1)).stream()).toList();
    }

    /** Lines of a repository that advanced by so much since they were reported. */
    synchronized List<Coverage> news(String repository, Duration step) {
        List<Coverage> lines = new ArrayList<>();
        verified.forEach((key, at) -> {
            Instant last = reported.get(key);
            if (key.startsWith(repository + " ") && (last == null || !last.plus(step).isAfter(at))) {
                lines.add(line(repository, key, at));
            }
        });
        return lines;
    }

    private Coverage line(String repository, String key, Instant at) {
        String source = key.substring(repository.length() + 1);
        Instant begin = from.get(key).isAfter(at) ? at : from.get(key);
        List<Coverage.Gap> own = gaps.stream().filter(gap -> gap.repository().equals(repository) && gap.source().equals(source))
                .map(gap -> new Coverage.Gap(gap.from().isBefore(begin) ? begin : gap.from(),
                        gap.to().isAfter(at) ? at : gap.to(), gap.reason()))
                .filter(gap -> !gap.from().isAfter(gap.to())).toList();
        return new Coverage(repository, source, begin, at, at, own);
    }

    synchronized void reported(List<Coverage> lines) {
        lines.forEach(line -> reported.put(line(line.repository(), line.source()), line.verifiedAt()));
    }

    private static String line(String repository, String source) {
        return repository + " " + source;
    }
}
