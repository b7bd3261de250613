package io.painchain.connector.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.list.Gap;
import io.painchain.connector.list.Unreadable;
import io.painchain.model.event.EventDraft;

/** Holds once the drafts are stored and the unreadable records set aside. */
public final class Crawl<S> {

    private final List<EventDraft> drafts;
    private final List<Unreadable> unreadable;
    private final S slice;
    private final Map<ChangeKind<?>, Object> handed = new LinkedHashMap<>();
    private final Map<String, Instant> covered = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Set<String> anew = Set.of();
    private List<String> problems = List.of();
    private List<String> withheld = List.of();
    private Set<String> due = Set.of();
    private Duration again;

    public Crawl(List<EventDraft> drafts, List<Unreadable> unreadable, S slice) {
        this.drafts = drafts;
        this.unreadable = unreadable;
        this.slice = slice;
    }

    public static <S> Crawl<S> unchanged(S slice) {
        return new Crawl<>(List.of(), List.of(), slice);
    }

    /** @param from since when it is covered; {@code null}: as before */
    public Crawl<S> covering(String source, Instant from) {
        if (from != null) {
            covered.put(source, from);
        }
        return this;
    }

    public Crawl<S> with(Gap gap) {
        if (gap != null) {
            gaps.add(gap);
        }
        return this;
    }

    /** @param sentences what could not be read; the rest was */
    public Crawl<S> problems(List<String> sentences) {
        problems = sentences;
        return this;
    }

    /** @param sources the ledger's keys of what was not read */
    public Crawl<S> withheld(List<String> sources) {
        withheld = sources;
        return this;
    }

    public <O> Crawl<S> handing(ChangeKind<O> other, O itsSlice) {
        handed.put(other, itsSlice);
        return this;
    }

    public Crawl<S> anew(String other) {
        anew = Set.of(other);
        return this;
    }

    public Crawl<S> due(Set<String> kinds) {
        due = kinds;
        return this;
    }

    /** @param wait asked for by the provider; {@code null}: none */
    public Crawl<S> again(Duration wait) {
        again = wait;
        return this;
    }

    public List<EventDraft> drafts() {
        return drafts;
    }

    public List<Unreadable> unreadable() {
        return unreadable;
    }

    public S slice() {
        return slice;
    }

    public Map<ChangeKind<?>, Object> handed() {
        return handed;
    }

    public Map<String, Instant> covered() {
        return covered;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    public Set<String> anew() {
        return anew;
    }

    public List<String> problems() {
        return problems;
    }

    public List<String> withheld() {
        return withheld;
    }

    public Set<String> due() {
        return due;
    }

    public Duration again() {
        return again;
    }
}
