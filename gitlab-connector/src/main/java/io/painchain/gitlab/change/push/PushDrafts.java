package io.painchain.gitlab.change.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.list.Digest;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.record.git.Comparison;
import io.painchain.gitlab.change.push.RefBook.Told;
import io.painchain.gitlab.mapping.Movement;
import io.painchain.gitlab.mapping.PushMapper;
import io.painchain.gitlab.mapping.RefMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Drafts movements with what they brought; the same movement once more is a repetition. */
final class PushDrafts {

    private static final int KEPT = 150;

    private final ProjectReader reader;
    private final Map<String, Long> movements;

    PushDrafts(ProjectReader reader, Map<String, Long> movements) {
        this.reader = reader;
        this.movements = new HashMap<>(movements);
    }

    /** @param compared whether commits and files of each are read */
    List<EventDraft> of(RefBook book, boolean compared) {
        List<EventDraft> drafts = new ArrayList<>();
        for (Told told : book.told()) {
            boolean repetition = repeats(told);
            Optional<Comparison> comparison = compared ? comparison(told.movement(), repetition) : Optional.empty();
            drafts.add(draft(told.movement(), comparison.orElse(null), repetition));
        }
        book.changes().forEach(change -> drafts.add(RefMapper.toDraft(reader.scope(), change, reader.now())));
        return drafts;
    }

    EventDraft again(OpenRecord open) {
        Map<String, String> facts = open.facts();
        Movement movement = new Movement(facts.get("branch"), facts.get("before"), facts.get("head"),
                Instant.parse(facts.get("at")), facts.get("actor"), facts.get("title"), facts.containsKey("exact"));
        boolean repetition = facts.containsKey("repetition");
        return draft(movement, comparison(movement, repetition).orElse(null), repetition);
    }

    Map<String, Long> toKeep() {
        return movements.entrySet().stream()
                .sorted(Map.Entry.<String, Long> comparingByValue(Comparator.reverseOrder())).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean repeats(Told told) {
        Long first = movements.putIfAbsent(Digest.of(told.movement().name()), told.event());
        return first != null && first != 0 && told.event() != 0 && first != told.event();
    }

    private EventDraft draft(Movement movement, Comparison comparison, boolean repetition) {
        return PushMapper.toDraft(reader.scope(), titled(movement, comparison), comparison, repetition, reader.now());
    }

    /** The feed names the head commit's title; what was compared does not. */
    private static Movement titled(Movement movement, Comparison comparison) {
        if (movement.title() != null || comparison == null || comparison.commits().isEmpty()) {
            return movement;
        }
        String title = comparison.commits().get(comparison.commits().size() - 1).title();
        return new Movement(movement.branch(), movement.before(), movement.head(), movement.at(), movement.actor(), title,
                movement.exact());
    }

    private Optional<Comparison> comparison(Movement movement, boolean repetition) {
        return record(movement, repetition).read("comparison", () -> compared(movement)).flatMap(found -> found);
    }

    /** Empty where a commit is gone, as after a force push. */
    private Optional<Comparison> compared(Movement movement) {
        try {
            return Optional.of(reader.read("/repository/compare?from=" + movement.before() + "&to=" + movement.head(),
                    Comparison.class));
        } catch (ProviderException e) {
            if (e.is(Kind.NOT_FOUND) || e.is(Kind.REFUSED)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** No address returns a push again, so its facts are kept. */
    private RecordDetails record(Movement movement, boolean repetition) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("branch", movement.branch());
        facts.put("before", movement.before());
        facts.put("head", movement.head());
        facts.put("at", movement.at().toString());
        facts.put("actor", movement.actor());
        facts.put("title", movement.title());
        facts.put("exact", movement.exact() ? "true" : null);
        facts.put("repetition", repetition ? "true" : null);
        facts.values().removeIf(Objects::isNull);
        return reader.details().of(PushKind.PUSHES, movement.name() + "~" + movement.at().getEpochSecond()).with(facts);
    }
}
