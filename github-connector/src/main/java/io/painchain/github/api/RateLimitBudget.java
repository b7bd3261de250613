package io.painchain.github.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.Pace;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.Spacing;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/**
 * The one gate for all requests of a token, REST and GraphQL: 10 at once, a steady 600 a minute at most (of GraphQL 200), never
 * into the last tenth of a quota. A quota that is used up closes the gate for what it is for; a secondary limit or a refused
 * token closes it for all. Short waits are waited out in order of arrival; a wait that GitHub asks for is thrown, so that no
 * thread sleeps it away.
 */
public final class RateLimitBudget {

    private static final Logger LOG = Logger.getLogger(RateLimitBudget.class);
    public static final String CORE = "core";
    public static final String GRAPHQL = "graphql";

    private static final String ALL = "*";
    private static final int CONCURRENT = 10;
    /** Of 2,000 points a minute each query may take several. */
    private static final int QUERIES_PER_MINUTE = 200;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    /** The backend waits ten seconds for what somebody wants changed. */
    private static final Duration LONGEST_TURN_TO_WRITE = Duration.ofSeconds(8);
    private static final int POINTS_OF_A_WRITE = 5;
    private static final Duration LONGEST_REJECTION = Duration.ofMinutes(15);

    private record Block(Instant until, Kind kind, String sentence) {
    }

    private final Clock clock;
    private final Waiting waiting;
    private final Pace pace;
    private final Pace queryPace;
    private final Spacing writes;
    private final Semaphore turns = new Semaphore(CONCURRENT, true);
    private final Map<String, Quota> quotas = new TreeMap<>();
    private final Map<String, Block> blocks = new HashMap<>();
    private int limitStrikes;
    private int rejections;

    public RateLimitBudget(Clock clock, int requestsPerMinute) {
        this(clock, requestsPerMinute, Waiting.MACHINE);
    }

    /** For who simulates time. */
    public RateLimitBudget(Clock clock, int requestsPerMinute, Waiting waiting) {
        this(clock, requestsPerMinute, Math.max(1, Math.min(QUERIES_PER_MINUTE, requestsPerMinute)), waiting);
    }

    RateLimitBudget(Clock clock, int requestsPerMinute, int queriesPerMinute, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
        this.pace = new Pace(requestsPerMinute, waiting);
        this.queryPace = new Pace(queriesPerMinute, waiting);
        this.writes = new Spacing(BETWEEN_WRITES, waiting);
    }

    /** Leave for one request, to be closed when its answer is in. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param resource {@link #CORE} or {@link #GRAPHQL}
     * @throws ProviderException saying until when nothing may be asked
     */
    public Turn take(String resource) {
        return take(resource, 1);
    }

    /**
     * Leave for a request that changes something. GitHub counts it as five and wants a second between any two.
     *
     * @throws ProviderException saying until when nothing may be asked, or when it would be its turn where that is far
     */
    public Turn takeToWrite() {
        refuseWhileBlocked(CORE);
        long wait = writes.reserve(LONGEST_TURN_TO_WRITE).orElseThrow(() -> new ProviderException(Kind.RATE_LIMITED,
                "GitHub is to be changed once a second at most, and others wait", clock.instant().plus(LONGEST_TURN_TO_WRITE),
                null));
        try {
            waiting.sleep(wait);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
        return take(CORE, POINTS_OF_A_WRITE);
    }

    private Turn take(String resource, int points) {
        refuseWhileBlocked(resource);
        try {
            // Who waits for the pace holds no turn, which GraphQL with its own pace could have.
            (resource.equals(GRAPHQL) ? queryPace : pace).await(points);
            if (!waiting.acquire(turns, LONGEST_TURN)) {
                throw new ProviderException(Kind.UNAVAILABLE, "GitHub answers so slowly that requests queue up");
            }
            try {
                refuseWhileBlocked(resource);
            } catch (ProviderException e) {
                turns.release();
                throw e;
            }
        } catch (InterruptedException e) {
            throw stopping(e);
        }
        return turns::release;
    }

    private static ProviderException stopping(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ProviderException(Kind.STOPPING, "The connector is stopping", null, e);
    }

    public Turn take() {
        return take(CORE);
    }

    /** Learns from an answer; to be called for every one. */
    public synchronized void learn(HttpAnswer answer) {
        quotaOf(answer).ifPresent(this::remember);
        if (answer.status() == 401) {
            Duration wait = RateLimitWait.backoff(Duration.ofSeconds(5), rejections++);
            block(ALL, wait.compareTo(LONGEST_REJECTION) > 0 ? LONGEST_REJECTION : wait, Kind.UNAUTHORIZED,
                    GitHubErrors.unauthorized(answer));
        } else if (RateLimitWait.isLimit(answer)) {
            block(RateLimitWait.isPrimary(answer) ? resourceOf(answer) : ALL,
                    RateLimitWait.of(answer, clock.instant(), limitStrikes++), Kind.RATE_LIMITED, null);
        } else if (answer.status() < 400) {
            limitStrikes = 0;
            rejections = 0;
            RateLimitWait.untilReset(answer, clock.instant()).filter(wait -> usedUp(answer))
                    .ifPresent(wait -> block(resourceOf(answer), wait, Kind.RATE_LIMITED, null));
        }
    }

    /** Until when nothing may be asked of the REST API, if so. */
    public Optional<ProviderException> blocked() {
        return blocked(CORE);
    }

    public synchronized Optional<ProviderException> blocked(String resource) {
        Instant now = clock.instant();
        blocks.values().removeIf(block -> !now.isBefore(block.until()));
        return Stream.of(ALL, resource).map(blocks::get).filter(Objects::nonNull).max(Comparator.comparing(Block::until))
                .map(block -> {
                    String sentence = block.kind() == Kind.RATE_LIMITED ? GitHubErrors.rateLimited(block.until())
                            : block.sentence();
                    return new ProviderException(block.kind(), sentence, block.until(), null);
                });
    }

    public synchronized List<Quota> quotas() {
        return List.copyOf(quotas.values());
    }

    /** Whether so little of the REST API's quota is used that there is room for what can wait. */
    synchronized boolean leavesRoom() {
        Quota core = quotas.get(CORE);
        return core == null || core.leavesRoom(clock.instant());
    }

    private void refuseWhileBlocked(String resource) {
        blocked(resource).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private void block(String what, Duration wait, Kind kind, String sentence) {
        Instant until = clock.instant().plus(wait);
        if (kind == Kind.RATE_LIMITED && blocked(what).isEmpty()) {
            LOG.warn(GitHubErrors.rateLimited(until));
        }
        Block block = blocks.get(what);
        if (block == null || block.until().isBefore(until) || block.kind() != kind) {
            blocks.put(what, new Block(until, kind, sentence));
        }
    }

    private static String resourceOf(HttpAnswer answer) {
        return answer.header("x-ratelimit-resource").orElse(GraphQlRefusal.isQuery(answer) ? GRAPHQL : CORE);
    }

    /** Requests under way may each still cost one. */
    private boolean usedUp(HttpAnswer answer) {
        Quota quota = quotas.get(resourceOf(answer));
        int underWay = CONCURRENT - turns.availablePermits() - 1;
        return quota != null && quota.remaining() - Math.max(0, underWay) <= quota.reserve();
    }

    private void remember(Quota quota) {
        quotas.merge(quota.resource(), quota, (known, told) -> known.sameWindow(told) && known.limit() == told.limit()
                ? told.withRemaining(Math.min(known.remaining(), told.remaining()))
                : told);
    }

    private static Optional<Quota> quotaOf(HttpAnswer answer) {
        Optional<Integer> limit = count(answer, "x-ratelimit-limit");
        Optional<Integer> remaining = count(answer, "x-ratelimit-remaining");
        Optional<Long> reset = number(answer, "x-ratelimit-reset");
        if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quota(resourceOf(answer), limit.get(), remaining.get(),
                count(answer, "x-ratelimit-used").orElse(limit.get() - remaining.get()), Instant.ofEpochSecond(reset.get())));
    }

    private static Optional<Integer> count(HttpAnswer answer, String header) {
        return number(answer, header).filter(value -> value <= Integer.MAX_VALUE).map(Long::intValue);
    }

    private static Optional<Long> number(HttpAnswer answer, String header) {
        return answer.header(header).map(String::strip).filter(value -> value.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
