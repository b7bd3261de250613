package io.painchain.connector.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.painchain.model.event.EventDraft;

/** In reading order: later kinds profit from hints of earlier ones; {@code provider} is the name that users know. */
public record Kinds(String provider, List<? extends ChangeKind<?>> all) {

    public Kinds {
        all = List.copyOf(all);
    }

    public List<String> names() {
        return all.stream().<String> map(ChangeKind::name).toList();
    }

    /** @throws java.util.NoSuchElementException where there is none */
    public ChangeKind<?> named(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    public ChangeKind<?> covering(String source) {
        return all.stream().filter(kind -> kind.keys().contains(source)).findFirst().orElseThrow();
    }

    public String wordsOf(String source) {
        return ledger().filter(line -> line.key().equals(source)).flatMap(line -> line.words().stream())
                .min(Comparator.comparing(String::length)).orElse(source);
    }

    /** The ledger's key of what a gap's words name. */
    public String keyOf(String words) {
        return ledger().filter(source -> source.words().contains(words)).map(LedgerSource::key).findFirst().orElse(words);
    }

    /** The ledger line of a draft whose time says when it appeared. */
    public Optional<LedgerSource> dating(EventDraft draft) {
        return ledger().filter(source -> source.types().contains(draft.type()) && source.dated().test(draft)).findFirst();
    }

    private Stream<LedgerSource> ledger() {
        return all.stream().flatMap(kind -> kind.ledger().stream());
    }
}
