package io.painchain.github.change.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Read;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.ReviewMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** GitHub lists reviews per pull request only, and a review changes it: changed ones are read again since the last sweep. */
public final class SweptReviews implements SweptInTurn<WorkItemsState, RepositoryReader> {

    private static final String NAME = "reviews";

    private static final SweptPages.Shape<PullRequest> SHAPE = new SweptPages.Shape<>(PullRequest.class, null,
            PullRequest::updatedAt);
    private static final String BY_UPDATE = "/pulls?state=all&sort=updated&direction=desc&per_page=100";
    /** A sweep reads this many; the others wait for the next. */
    private static final int MOST = 100;

    private final ChangeKind<WorkItemsState> owner;

    public SweptReviews(ChangeKind<WorkItemsState> owner) {
        this.owner = owner;
    }

    @Override
    public ChangeKind<WorkItemsState> owner() {
        return owner;
    }

    @Override
    public String source() {
        return "pulls";
    }

    @Override
    public List<String> lists(WorkItemsState slice) {
        return List.of(NAME);
    }

    @Override
    public List<String> turn(WorkItemsState slice, SweepState sweep) {
        return List.of(NAME);
    }

    @Override
    public Result read(RepositoryReader reader, Turn<WorkItemsState> turn) {
        SweepState known = turn.sweep();
        Instant from = turn.from();
        Instant ground = known.reviewsUntil() == null || known.reviewsUntil().minus(ListCrawl.MARGIN).isBefore(from) ? from
                : known.reviewsUntil().minus(ListCrawl.MARGIN);
        SweptList list = new SweptList(NAME, BY_UPDATE, ground);
        Optional<SweptPages<PullRequest>> read = SweptPages.read(reader, list, turn.whole() ? List.of() : known.pagesOf(list),
                SHAPE);
        if (read.isEmpty()) {
            return new Result(List.of(), known);
        }
        Instant answeredAt = reader.answeredAt();
        List<PullRequest> changed = read.get().records().stream().filter(pull -> list.holds(pull.updatedAt()))
                .sorted(Comparator.comparing(PullRequest::updatedAt)).toList();
        boolean all = changed.size() <= MOST;
        List<PullRequest> now = changed.subList(0, Math.min(MOST, changed.size()));
        Instant until = now.isEmpty() ? ground : now.get(now.size() - 1).updatedAt();
        SweepState after = known.comparedReviews(until.isBefore(answeredAt) ? until : answeredAt)
                .with(list, all ? read.get().tags() : List.of());
        List<EventDraft> drafts = drafts(reader, now).stream().filter(draft -> !draft.timestamp().isBefore(from)).toList();
        return new Result(drafts, after, read.get().cut());
    }

    private static List<EventDraft> drafts(RepositoryReader reader, List<PullRequest> pulls) {
        List<Long> numbers = pulls.stream().map(PullRequest::number).toList();
        Map<Long, Read<PullRequestDetails>> atOnce = reader.graphQl() == null || !reader.graphQl().available() ? Map.of()
                : new BulkDetails(reader, reader.graphQl()).read(numbers);
        List<EventDraft> drafts = new ArrayList<>();
        for (PullRequest pull : pulls) {
            Read<PullRequestDetails> bulk = atOnce.get(pull.number());
            boolean known = bulk != null && bulk.value().reviews() != null;
            (known ? bulk.value().reviews() : alone(reader, pull)).stream().filter(Review::submitted)
                    .map(review -> ReviewMapper.toDraft(reader.scope(), pull, review))
                    .forEach(drafts::add);
        }
        return drafts;
    }

    /** Unreadable reviews are retried with their pull request. */
    private static List<Review> alone(RepositoryReader reader, PullRequest pull) {
        return reader.details().of("pulls", pull.number().toString()).read("reviews",
                () -> reader.pages("/pulls/" + pull.number() + "/reviews?per_page=100", Review.class).stream().map(Page::items)
                        .flatMap(List::stream).toList())
                .orElse(List.of());
    }
}
