package io.painchain.connector.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.detail.OpenDetail;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;

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

    /** One sentence per source of the ledger, however many records lack it. */
    private List<String> givenUp(RepositoryState state) {
        return kinds.all().stream().flatMap(kind -> kind.keys().stream()).flatMap(source -> {
            List<OpenDetail> its = state.details().givenUpOf(List.of(source));
            long records = its.stream().map(OpenDetail::record).distinct().count();
            return its.isEmpty() ? Stream.empty()
                    : Stream.of("Details of " + kinds.wordsOf(source) + " are missing for good, of " + records + ": "
                            + its.stream().map(OpenDetail::name).distinct().sorted().collect(Collectors.joining(", ")) + " ("
                            + its.get(its.size() - 1).why() + ")");
        }).toList();
    }

    /** In the order of the kinds, then recent gaps. */
    String all(RepositoryState state, Instant now) {
        List<String> all = new ArrayList<>();
        kinds.names().forEach(kind -> all.addAll(sentences.getOrDefault(kind, List.of())));
        state.gapsSince(now.minus(GAPS_SHOWN)).forEach(gap -> all.add(gap.sentence(kinds.provider())));
        all.addAll(givenUp(state));
        return all.stream().distinct().collect(Collectors.joining("; "));
    }
}
