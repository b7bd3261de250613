package io.painchain.github.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;

/** What could not be read of a repository, in sentences for its user. */
final class ReadProblems {

    private static final Duration GAPS_SHOWN = Duration.ofHours(24);

    private final Kinds kinds;
    private final Map<String, List<String>> sentences = new HashMap<>();

    ReadProblems(Kinds kinds) {
        this.kinds = kinds;
    }

    void set(ChangeKind<?> kind, List<String> itsSentences) {
        sentences.put(kind.name(), itsSentences);
    }

    void setUnreadable(ChangeKind<?> kind, String why) {
        String words = Character.toUpperCase(kind.words().charAt(0)) + kind.words().substring(1);
        set(kind, List.of(words + " cannot be read: " + why));
    }

    /** In the order of the kinds, then the gaps that were noticed of late. */
    String all(RepositoryState state, Instant now) {
        List<String> all = new ArrayList<>();
        kinds.names().forEach(kind -> all.addAll(sentences.getOrDefault(kind, List.of())));
        state.gapsSince(now.minus(GAPS_SHOWN)).forEach(gap -> all.add(gap.sentence(kinds.provider())));
        return all.stream().distinct().collect(Collectors.joining("; "));
    }
}
