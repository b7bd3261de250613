package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.ledger.Ledger;

public final class ReadTriggers {

    private final RepositoryStanding standing;
    private final Timetable timetable;
    private final Ledger ledger;
    private final Kinds kinds;
    private final Map<String, ? extends Source<?, ?>> sources;
    private Sight seen;

    public ReadTriggers(RepositoryStanding standing, Timetable timetable, Ledger ledger, Kinds kinds,
            Map<String, ? extends Source<?, ?>> sources) {
        this.standing = standing;
        this.timetable = timetable;
        this.ledger = ledger;
        this.kinds = kinds;
        this.sources = sources;
    }

    /** @return whether it moved since the last probe */
    public boolean ofProbe(Sight sight, Instant now) {
        Set<String> moved = moved(sight, now);
        Set<String> same = seen == null ? Set.of() : ProbeDiff.same(kinds, seen, sight);
        sources.forEach((kind, source) -> source.probed(timetable.isHinted(kind) ? Set.of() : same));
        timetable.hint(moved);
        Duration ahead = Duration.between(now, sight.answeredAt());
        List<? extends ChangeKind<?>> vouched = kinds.all().stream().filter(kind -> isVouched(kind, sight, ahead)).toList();
        timetable.vouch(vouched.stream().map(ChangeKind::name).collect(Collectors.toSet()), now);
        if (seen != null) {
            vouched.stream().filter(kind -> kind.vouching() == Vouching.CONFIRMS && !isAwaited(kind))
                    .forEach(kind -> ledger.confirm(kind, sight.answeredAt()));
        }
        seen = sight;
        // Stand-ins are late, so a probe says nothing of them.
        Set<String> standIns = kinds.all().stream().flatMap(kind -> leftTo(kind).stream()).collect(Collectors.toSet());
        timetable.hint(standIns);
        return !moved.isEmpty() || !standIns.isEmpty();
    }

    private Set<String> moved(Sight sight, Instant now) {
        if (seen != null && !timetable.reliesOnHooks()) {
            return ProbeDiff.moved(kinds, seen, sight, kind -> leftTo(kinds.named(kind)).isEmpty());
        }
        Duration ahead = Duration.between(now, sight.answeredAt());
        Set<String> since = ProbeDiff.movedSince(kinds, kind -> timetable.doneAt(kind, ahead),
                (kind, mark) -> shownUntil(kinds.named(kind), mark), sight);
        if (seen != null) {
            // What a webhook had read meanwhile has moved and is known.
            since.retainAll(ProbeDiff.moved(kinds, seen, sight, kind -> leftTo(kinds.named(kind)).isEmpty()));
        }
        return since;
    }

    private <S> Instant shownUntil(ChangeKind<S> kind, String mark) {
        return kind.shownUntil(standing.state().of(kind), mark);
    }

    private <S> boolean isVouched(ChangeKind<S> kind, Sight sight, Duration ahead) {
        return kind.vouchedBy(sight, standing.state().of(kind), timetable.doneAt(kind.name(), ahead));
    }

    /** Reading the followed kind still shows whether this one moved. */
    private boolean isAwaited(ChangeKind<?> kind) {
        return timetable.isHinted(kind.name()) || kind.follows().filter(timetable::isHinted).isPresent();
    }

    private <S> Optional<String> leftTo(ChangeKind<S> kind) {
        RepositoryState state = standing.state();
        return kind.leftTo(state.of(kind));
    }

    /** @param answeredAt the server's clock */
    public void ofRead(ChangeKind<?> kind, Crawl<?> crawl, Instant readAt, Instant answeredAt) {
        timetable.hint(dueAfter(kind, crawl));
        timetable.done(kind, readAt, crawl.again());
        crawl.due().stream().map(sources::get).filter(source -> source != null).forEach(Source::hinted);
        timetable.hint(crawl.due());
        if (leftTo(kind).isPresent()) {
            timetable.away(kind.name(), readAt);
            return;
        }
        for (ChangeKind<?> follower : kinds.all()) {
            if (follower.follows().filter(kind.name()::equals).isPresent() && !timetable.isHinted(follower.name())) {
                timetable.vouch(Set.of(follower.name()), readAt);
                ledger.confirm(follower, answeredAt);
            }
        }
    }

    /** To be called while the kind's own hint stands. What a webhook tells by itself needs no guess. */
    private Set<String> dueAfter(ChangeKind<?> kind, Crawl<?> crawl) {
        boolean hinted = timetable.isHinted(kind.name());
        return sources.entrySet().stream().filter(one -> one.getValue().isDueAfter(kind.name(), crawl.drafts(), hinted))
                .map(Map.Entry::getKey)
                .filter(other -> !timetable.isTold(other) || kinds.named(other).follows().isPresent())
                .collect(Collectors.toSet());
    }
}
