package io.painchain.github.change.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.Read;
import io.painchain.connector.list.Stretch;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.TransitionLookup;
import io.painchain.github.change.transition.TransitionMark;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.PullRequestMapper;
import io.painchain.github.mapping.ReviewMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

public final class PullRequestDrafts {

    private static final int TRIES = 2;
    private static final int UNSETTLED = 50;

    private final RepositoryReader reader;
    private final WorkItemsState known;
    private final KnownTransitions book;
    private final Numbering numbering;
    private final PullRequestDetailsReader detailsReader;
    private final boolean firstSync;
    private final List<EventDraft> drafts = new ArrayList<>();
    private Map<Long, Read<PullRequestDetails>> details = Map.of();
    private Stretch unnumbered;

    /** @param numbering whether the list that numbers closings could be read */
    public PullRequestDrafts(RepositoryReader reader, WorkItemsState known, KnownTransitions book, Numbering numbering,
            List<String> problems) {
        this.reader = reader;
        this.known = known;
        this.book = book;
        this.numbering = numbering;
        this.detailsReader = new PullRequestDetailsReader(reader, problems);
        this.firstSync = known.pulls().neverRead();
        this.unnumbered = known.unnumbered();
    }

    public List<EventDraft> drafts(ListCrawl.Result<PullRequest> pulls, List<IssueEvent> events) {
        Map<Long, PullRequest> touched = touched(pulls, events);
        details = new HashMap<>(detailsReader.read(touched.values(), pull -> !firstSync || pull.open()));
        askAgain(touched);
        touched.values().forEach(this::draft);
        return drafts;
    }

    public List<Unreadable> unreadable() {
        return detailsReader.unreadable();
    }

    public Stretch unnumbered() {
        return unnumbered;
    }

    /** GitHub computes {@code mergeable} only after a request, and the list shows no change for it. */
    private void askAgain(Map<Long, PullRequest> touched) {
        List<Long> again = known.unsettled().keySet().stream().filter(number -> !touched.containsKey(number)).toList();
        detailsReader.readAgain(again).forEach((number, read) -> {
            details.put(number, read);
            touched.put(number, read.value().pull());
        });
    }

    /** Open pull requests without {@code mergeable}, by number, with how often they were asked for. */
    public Map<Long, Integer> unsettled() {
        return details.values().stream().map(read -> read.value().pull())
                .filter(pull -> pull.open() && pull.mergeable() == null)
                .filter(pull -> known.unsettled().getOrDefault(pull.number(), 0) < TRIES).limit(UNSETTLED)
                .collect(Collectors.toMap(PullRequest::number, pull -> known.unsettled().getOrDefault(pull.number(), 0) + 1));
    }

    /** Includes those with a new step that their own record does not show as a change. */
    private Map<Long, PullRequest> touched(ListCrawl.Result<PullRequest> pulls, List<IssueEvent> events) {
        Map<Long, PullRequest> touched = byNumber(pulls.news());
        Map<Long, PullRequest> read = byNumber(pulls.all());
        events.stream().filter(event -> event.issue().isPullRequest()).map(event -> event.issue().number())
                .filter(number -> book.justRead(number).stream().anyMatch(mark -> !firstSync || !mark.is(Kind.merged)))
                .forEach(number -> touched.computeIfAbsent(number,
                        absent -> Optional.ofNullable(read.get(absent)).or(() -> detailsReader.alone(absent)).orElse(null)));
        book.overdue(now()).stream().filter(number -> !touched.containsKey(number) && !record(number).waits("pull"))
                .forEach(number -> detailsReader.alone(number).ifPresent(pull -> touched.put(number, pull)));
        return touched;
    }

    private static Map<Long, PullRequest> byNumber(Collection<PullRequest> pulls) {
        return pulls.stream().collect(
                Collectors.toMap(PullRequest::number, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }

    /** The record read alone is more recent than the list's. */
    private void draft(PullRequest listed) {
        Read<PullRequestDetails> read = details.get(listed.number());
        PullRequestDetails found = read == null ? null : read.value();
        PullRequest pull = found == null || found.pull().updatedAt().isBefore(listed.updatedAt()) ? listed : found.pull();
        if (found != null && found.reviews() != null) {
            found.reviews().stream().filter(Review::submitted)
                    .forEach(review -> drafts.add(ReviewMapper.toDraft(reader.scope(), pull, review)));
        }
        if (pull.merged()) {
            draftMerged(pull, found);
        } else if (pull.open()) {
            draftOpen(pull, found);
        } else {
            draftClosed(pull, found);
        }
    }

    private void draftMerged(PullRequest pull, PullRequestDetails found) {
        String merger = book.newest(pull.number(), Kind.merged).map(TransitionMark::actor)
                .or(() -> found == null || found.pull().mergedBy() == null ? Optional.empty()
                        : Optional.of(User.loginOf(found.pull().mergedBy())))
                .orElse(null);
        addOpened(pull, false, null);
        addEarlier(pull, null);
        add(pull, new Transition(Kind.merged, null, pull.mergedAt(), merger, true), found);
    }

    private void draftOpen(PullRequest pull, PullRequestDetails found) {
        Optional<TransitionMark> last = book.newest(pull.number());
        boolean reopened = last.filter(mark -> mark.is(Kind.reopened)).isPresent();
        addOpened(pull, last.isEmpty(), found);
        addEarlier(pull, reopened ? last.get() : null);
        if (reopened) {
            add(pull, last.get().transition(true), found);
        }
    }

    private void draftClosed(PullRequest pull, PullRequestDetails found) {
        Optional<Transition> closing = closingOf(pull);
        addOpened(pull, closing.isEmpty(), found);
        if (closing.isEmpty() && record(pull.number()).failed(TransitionLookup.NAME)) {
            drafts.add(Drafts.lacking(drafts.remove(drafts.size() - 1), TransitionLookup.NAME));
        }
        addEarlier(pull, closing.isEmpty() ? null : book.newest(pull.number()).orElse(null));
        closing.ifPresent(transition -> add(pull, transition, found));
    }

    /** Identified by number; by time where closings are not numbered, or were not at that time. Never both. */
    private Optional<Transition> closingOf(PullRequest pull) {
        if (unnumbered != null && unnumbered.holds(pull.closedAt())) {
            return Optional.of(new Transition(Kind.closed, null, pull.closedAt(), null, true));
        }
        Optional<TransitionMark> mark = book.newest(pull.number(), Kind.closed);
        if (mark.filter(found -> numbering != Numbering.FAILS || found.tellsOf(pull.closedAt())).isPresent()) {
            return mark.map(found -> found.transition(true));
        }
        if (numbering != Numbering.WITHHELD) {
            Optional<TransitionMark> last = new TransitionLookup(reader).lastOf(pull.number(), record(pull.number()));
            return record(pull.number()).failed(TransitionLookup.NAME) ? Optional.empty()
                    : book.closing(pull.number(), pull.closedAt(), now(), last).map(found -> found.transition(true));
        }
        return closedUnnumbered(pull.closedAt());
    }

    /** A closing from when numbers were readable was stored with its number. */
    private Optional<Transition> closedUnnumbered(Instant closedAt) {
        Instant from = known.events().neverRead() ? Instant.EPOCH : known.events().watermark();
        if (closedAt == null || !closedAt.isAfter(from)) {
            return Optional.empty();
        }
        unnumbered = unnumbered == null || unnumbered.until().isBefore(from) ? new Stretch(from, closedAt)
                : unnumbered.upTo(closedAt);
        return Optional.of(new Transition(Kind.closed, null, closedAt, null, true));
    }

    private Instant now() {
        return reader.answeredAt() == null ? reader.clock().instant() : reader.answeredAt();
    }

    /** An opening that is not the newest step is drafted once: its title may change later. */
    private void addOpened(PullRequest pull, boolean newest, PullRequestDetails found) {
        if (newest || known.pulls().isNews(pull.createdAt())) {
            add(pull, Transition.opened(User.loginOf(pull.user()), pull.createdAt(), newest), newest ? found : null);
        }
    }

    /** Excludes the newest step, which is drafted with the facts. */
    private void addEarlier(PullRequest pull, TransitionMark newest) {
        book.justRead(pull.number()).stream().filter(mark -> !mark.equals(newest) && !mark.is(Kind.merged))
                .filter(mark -> unnumbered == null || !mark.is(Kind.closed)
                        || !unnumbered.holds(Instant.ofEpochSecond(mark.at())))
                .forEach(mark -> add(pull, mark.transition(false), null));
    }

    private RecordDetails record(long number) {
        return reader.details().of("pulls", String.valueOf(number));
    }

    private void add(PullRequest pull, Transition transition, PullRequestDetails found) {
        drafts.add(PullRequestMapper.toDraft(reader.scope(), pull, transition, found));
    }
}
