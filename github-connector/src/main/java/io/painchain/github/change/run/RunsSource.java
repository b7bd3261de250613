package io.painchain.github.change.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.mapping.WorkflowRunMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** The list is by creation, so changes move nothing: page one is compared, and unfinished runs beyond are read alone. */
public final class RunsSource implements Source<RunsState, RepositoryReader> {

    private static final ListRule<WorkflowRun> RULE = new ListRule<>("workflow runs", WorkflowRun.class, "workflow_runs",
            run -> run.id().toString(), WorkflowRun::createdAt, run -> true);
    private static final int UNFINISHED_KEPT = 200;

    /** GitHub ends a run that waits for approval after 30 days, so an older unfinished one never ends. */
    private static final Duration LONGEST_RUN = Duration.ofDays(40);

    /** A first sync reads the failures of this many runs; the others lack them. */
    private static final int FAILURES_IN_FIRST_SYNC = 10;

    /** Names the run's own record as missing, where its list no longer shows it. */
    private static final String STATE = "state";
    private static final String SEEN_END = "end";

    private final Clock clock;
    private final RunFailures failures;
    private final Map<Long, String> etags = new ConcurrentHashMap<>();
    private final FollowedRuns followed = new FollowedRuns();
    /** Unfinished runs, for a draft when one is deleted. */
    private final Map<Long, WorkflowRun> lastSeen = new HashMap<>();

    RunsSource(Clock clock) {
        this.clock = clock;
        this.failures = new RunFailures(clock);
    }

    @Override
    public Crawl<RunsState> read(RepositoryReader reader, Known<RunsState> known) {
        RunsState slice = known.slice();
        ListState list = new ListState(slice.list().url(), slice.list().etag(), slice.list().watermark(),
                slice.list().readAt(), Map.of());
        ListCrawl.Result<WorkflowRun> result = ListCrawl.of(reader, "/actions/runs?per_page=100", RULE, list);
        Map<String, Long> firstPage = result.notModified() ? slice.list().seen() : firstPage(result.firstPage());
        Set<Long> read = new HashSet<>(result.all().stream().map(WorkflowRun::id).toList());
        // A run changes without moving in the list, so the whole first page counts.
        List<WorkflowRun> shown = list.neverRead() ? result.news() : result.all();
        List<WorkflowRun> news = new ArrayList<>(shown.stream().filter(run -> changed(run, slice)).toList());
        List<Long> gone = new ArrayList<>();
        Instant now = clock.instant();
        for (Long id : followed.due(unfinished(slice), elsewhere(slice, firstPage.keySet(), read), now)) {
            if (followed.fellSilent(id, slice.known().get(id), now)) {
                etags.remove(id);
            }
            follow(reader, id, gone).filter(run -> tellsSilence(run, known, now) || changed(run, slice))
                    .filter(run -> !read.contains(id) || !changed(run, slice)).ifPresent(news::add);
        }
        List<EventDraft> drafts = drafts(reader, news, slice);
        gone.stream().filter(lastSeen::containsKey).map(lastSeen::get)
                .forEach(run -> drafts.add(WorkflowRunMapper.deleted(reader.scope(), run, reader.answeredAt())));
        Map<Long, RunMark> marks = marks(slice, result.all(), news, firstPage.keySet());
        gone.forEach(marks::remove);
        news.forEach(run -> lastSeen.put(run.id(), run));
        lastSeen.keySet().removeIf(id -> !marks.containsKey(id) || marks.get(id).finished());
        ListState newList = result.state();
        RunsState runs = new RunsState(new ListState(newList.url(), newList.etag(), newList.watermark(), newList.readAt(),
                firstPage), marks);
        return new Crawl<>(drafts, result.unreadable(), runs).with(result.gap()).covering("runs", result.from());
    }

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptRuns(this));
    }

    /** Includes earlier attempts that may not be stored. */
    List<EventDraft> drafts(RepositoryReader reader, List<WorkflowRun> news, RunsState known) {
        List<EventDraft> drafts = new ArrayList<>();
        int mayAsk = known.list().neverRead() ? FAILURES_IN_FIRST_SYNC : Integer.MAX_VALUE;
        for (WorkflowRun run : news) {
            List<WorkflowRun> attempts = earlierAttempts(reader, run, known);
            attempts.add(run);
            for (WorkflowRun attempt : attempts) {
                Instant seenEnd = endSeen(attempt, known) ? attempt.updatedAt() : null;
                boolean asks = RunFailures.asks(attempt, seenEnd != null);
                RunDetails details = asks && mayAsk == 0 ? unread(attempt)
                        : failures.of(reader, record(reader, attempt, seenEnd), attempt, seenEnd);
                mayAsk -= asks && mayAsk > 0 ? 1 : 0;
                drafts.add(WorkflowRunMapper.toDraft(reader.scope(), attempt, details));
            }
        }
        return drafts;
    }

    private static RunDetails unread(WorkflowRun attempt) {
        return RunFailures.mayHaveFailed(attempt) ? RunDetails.UNREAD : RunDetails.FINE;
    }

    static boolean endSeen(WorkflowRun attempt, RunsState known) {
        RunMark mark = known.known().get(attempt.id());
        return mark != null && !mark.finished() && mark.attempt() == attempt.runAttempt();
    }

    private static boolean changed(WorkflowRun run, RunsState known) {
        RunMark mark = known.known().get(run.id());
        return mark == null || !mark.equals(RunMark.of(run)) && !(mark.finished() && mark.attempt() == run.runAttempt());
    }

    private static Map<String, Long> firstPage(List<String> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> 0L));
    }

    /** Runs from before all coverage were never drafted. */
    private boolean tellsSilence(WorkflowRun run, Known<RunsState> known, Instant now) {
        return followed.tellsSilence(run, now) && !run.createdAt().isBefore(known.coveredFrom("runs"));
    }

    private static Map<Long, RunMark> unfinished(RunsState known) {
        Map<Long, RunMark> unfinished = new TreeMap<>(known.known());
        unfinished.values().removeIf(RunMark::finished);
        return unfinished;
    }

    private static Set<Long> elsewhere(RunsState known, Set<String> firstPage, Set<Long> read) {
        return known.known().keySet().stream().filter(id -> !firstPage.contains(id.toString()) && !read.contains(id))
                .collect(Collectors.toSet());
    }

    /** Keeps the end that was seen, because the record may claim another later. */
    private static RecordDetails record(RepositoryReader reader, WorkflowRun attempt, Instant seenEnd) {
        RecordDetails record = reader.details().of("runs", attempt.id() + "/" + attempt.runAttempt());
        return seenEnd == null ? record : record.with(Map.of(SEEN_END, seenEnd.toString()));
    }

    @Override
    public Crawl<RunsState> again(RepositoryReader reader, Known<RunsState> known, OpenRecord open) {
        String[] parts = open.record().split("/");
        WorkflowRun run = reader.read("/actions/runs/" + parts[0], WorkflowRun.class);
        if (parts.length == 1) {
            List<WorkflowRun> news = changed(run, known.slice()) ? List.of(run) : List.of();
            Map<Long, RunMark> marks = new HashMap<>(known.slice().known());
            news.forEach(one -> marks.put(one.id(), RunMark.of(one)));
            return new Crawl<>(drafts(reader, news, known.slice()), List.of(), new RunsState(known.slice().list(), marks));
        }
        WorkflowRun attempt = run.runAttempt() == Integer.parseInt(parts[1]) ? run
                : reader.read("/actions/runs/" + parts[0] + "/attempts/" + parts[1], WorkflowRun.class);
        Instant seenEnd = open.facts().containsKey(SEEN_END) ? Instant.parse(open.facts().get(SEEN_END)) : null;
        RunDetails details = failures.of(reader, record(reader, attempt, seenEnd), attempt, seenEnd);
        return new Crawl<>(List.of(WorkflowRunMapper.toDraft(reader.scope(), attempt, details)), List.of(), known.slice());
    }

    private Optional<WorkflowRun> follow(RepositoryReader reader, Long id, List<Long> gone) {
        RecordDetails record = reader.details().of("runs", id.toString());
        if (record.waits(STATE)) {
            return Optional.empty();
        }
        return record.read(STATE, () -> followed(reader, id, gone)).flatMap(Function.identity());
    }

    private Optional<WorkflowRun> followed(RepositoryReader reader, Long id, List<Long> gone) {
        URI url = reader.url("/actions/runs/" + id);
        try {
            HttpAnswer answer = reader.get(url, etags.get(id));
            if (answer.status() == 304) {
                return Optional.empty();
            }
            WorkflowRun run = reader.body(answer, WorkflowRun.class);
            lastSeen.put(id, run);
            if (run.finished()) {
                etags.remove(id);
            } else {
                answer.header("etag").ifPresent(etag -> etags.put(id, etag));
            }
            return Optional.of(run);
        } catch (ProviderException e) {
            if (e.withheld()) {
                etags.remove(id);
                gone.add(id);
            }
            if (e.is(Kind.FORBIDDEN)) {
                lastSeen.remove(id);
            }
            throw e;
        }
    }

    private static List<WorkflowRun> earlierAttempts(RepositoryReader reader, WorkflowRun run, RunsState known) {
        RunMark mark = known.known().get(run.id());
        List<WorkflowRun> past = new ArrayList<>();
        for (int attempt = mark == null ? 1 : mark.firstUnsettledAttempt(); attempt < run.runAttempt(); attempt++) {
            String path = run.id() + "/attempts/" + attempt;
            reader.details().of("runs", run.id() + "/" + attempt)
                    .read("attempt", () -> reader.read("/actions/runs/" + path, WorkflowRun.class)).ifPresent(past::add);
        }
        return past;
    }

    private Map<Long, RunMark> marks(RunsState known, List<WorkflowRun> all, List<WorkflowRun> news, Set<String> firstPage) {
        Map<Long, RunMark> marks = new LinkedHashMap<>(known.known());
        all.forEach(run -> marks.put(run.id(), RunMark.of(run)));
        news.forEach(run -> marks.put(run.id(), RunMark.of(run)));
        long oldest = clock.instant().minus(LONGEST_RUN).getEpochSecond();
        Set<Long> followed = marks.entrySet().stream()
                .filter(entry -> !entry.getValue().finished()
                        && (entry.getValue().updated() == 0 || entry.getValue().updated() > oldest))
                .map(Map.Entry::getKey).sorted(Comparator.reverseOrder()).limit(UNFINISHED_KEPT).collect(Collectors.toSet());
        marks.keySet().removeIf(id -> !firstPage.contains(id.toString()) && !followed.contains(id));
        return marks;
    }
}
