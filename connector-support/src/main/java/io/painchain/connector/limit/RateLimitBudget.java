package io.painchain.connector.limit;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.LoneRefusals.Verdict;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/**
 * The one gate for a token's requests: bounded concurrency, a steady pace, never the last tenth of a quota.
 * An exhausted quota closes its resource; a secondary limit or a refused token closes all.
 * An address that alone refuses while others answer is held back alone. Short waits block in order; a wait that the provider
 * asks for is thrown, so that no thread sleeps through it.
 */
public final class RateLimitBudget {

    private static final Logger LOG = Logger.getLogger(RateLimitBudget.class);
    private static final String ALL = "*";
    private static final int CONCURRENT = 10;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(60);
    /** The backend waits ten seconds for a write. */
    private static final Duration LONGEST_TURN_TO_WRITE = Duration.ofSeconds(8);
    private static final Duration HELD_ALONE = Duration.ofMinutes(5);
    private static final Duration LONGEST_REJECTION = Duration.ofMinutes(15);

    private record Block(Instant until, Kind kind, String sentence) {
    }

    private final LimitRules rules;
    private final Clock clock;
    private final Waiting waiting;
    private final int perMinute;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final Spacing writes;
    private final Semaphore turns = new Semaphore(CONCURRENT, true);
    private final Map<String, Quota> quotas = new TreeMap<>();
    private final Map<String, Block> blocks = new HashMap<>();
    private final LoneRefusals alone = new LoneRefusals();
    private int limitStrikes;
    private int rejections;

    public RateLimitBudget(LimitRules rules, Clock clock, int requestsPerMinute, Waiting waiting) {
        this.rules = rules;
        this.clock = clock;
        this.waiting = waiting;
        this.perMinute = requestsPerMinute;
        this.writes = new Spacing(rules.betweenWrites(), waiting);
    }

    /** Permission for one request, to be closed when its answer is in. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ProviderException with the time until which nothing may be requested */
    public Turn take(String resource) {
        return take(resource, 1);
    }

    /** The same; also refused while the address is held back alone. */
    public Turn take(String resource, URI url) {
        Optional<ProviderException> held = held(url);
        if (held.isPresent() && blocked(resource).isEmpty()) {
            throw held.get();
        }
        return take(resource);
    }

    /** What to say of an address that is held back alone. */
    public Optional<ProviderException> held(URI url) {
        String address = LoneRefusals.address(url);
        return blocked(address).filter(block -> block.is(Kind.UNAVAILABLE));
    }

    /** For a write; also refused where its turn is too far away. */
    public Turn takeToWrite() {
        refuseWhileBlocked(rules.mainResource());
        long wait = writes.reserve(LONGEST_TURN_TO_WRITE).orElseThrow(() -> new ProviderException(Kind.RATE_LIMITED,
                rules.provider() + " is to be changed once a second at most, and others wait",
                clock.instant().plus(LONGEST_TURN_TO_WRITE),
                null));
        try {
            waiting.sleep(wait);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
        return take(rules.mainResource(), rules.pointsOfAWrite());
    }

    private Turn take(String resource, int points) {
        refuseWhileBlocked(resource);
        try {
            // Waiting for the pace holds no turn, which a resource with its own pace could use.
            paces.computeIfAbsent(resource, first -> new Pace(rules.perMinute(first, perMinute), waiting)).await(points);
            if (!waiting.acquire(turns, LONGEST_TURN)) {
                throw new ProviderException(Kind.UNAVAILABLE, rules.provider() + " answers so slowly that requests queue up");
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
        return take(rules.mainResource());
    }

    /** To be called for every answer. */
    public synchronized void learn(HttpAnswer answer) {
        rules.quota(answer).ifPresent(this::remember);
        Optional<RateLimit> limit = rules.limit(answer, clock.instant());
        if (answer.status() == 401 || limit.isPresent()) {
            refused(answer, limit);
        } else if (answer.status() < 400) {
            alone.answered(LoneRefusals.address(answer.url()));
            limitStrikes = 0;
            rejections = 0;
            rules.untilReset(answer, clock.instant()).filter(wait -> usedUp(answer))
                    .ifPresent(wait -> block(rules.resource(answer), wait, Kind.RATE_LIMITED, null));
        }
    }

    private void refused(HttpAnswer answer, Optional<RateLimit> limit) {
        String resource = limit.map(RateLimit::resource).orElse(null);
        boolean ofAll = resource == null || resource.equals(rules.mainResource());
        Verdict verdict = ofAll ? alone.refused(LoneRefusals.address(answer.url())) : Verdict.FIRST;
        if (verdict != Verdict.ALONE) {
            closeGate(answer, limit, resource == null ? ALL : resource);
        }
        if (verdict != Verdict.FIRST) {
            holdAlone(answer);
        }
    }

    private void closeGate(HttpAnswer answer, Optional<RateLimit> limit, String resource) {
        if (answer.status() != 401) {
            block(resource, limit.orElseThrow().pause(limitStrikes++), Kind.RATE_LIMITED, null);
            return;
        }
        Duration wait = RateLimit.backoff(Duration.ofSeconds(5), rejections++);
        block(ALL, wait.compareTo(LONGEST_REJECTION) > 0 ? LONGEST_REJECTION : wait, Kind.UNAUTHORIZED,
                rules.unauthorized(answer));
    }

    /** Beyond the time of the gate, so that others are asked first. */
    private void holdAlone(HttpAnswer answer) {
        String address = LoneRefusals.address(answer.url());
        Duration gate = blocked().map(block -> Duration.between(clock.instant(), block.until())).orElse(Duration.ZERO);
        block(address, gate.plus(HELD_ALONE), Kind.UNAVAILABLE, rules.provider() + " refuses " + address + " alone, with "
                + answer.status() + "; it will be asked again");
    }

    public Optional<ProviderException> blocked() {
        return blocked(rules.mainResource());
    }

    public synchronized Optional<ProviderException> blocked(String resource) {
        Instant now = clock.instant();
        blocks.values().removeIf(block -> !now.isBefore(block.until()));
        return Stream.of(ALL, resource).map(blocks::get).filter(Objects::nonNull).max(Comparator.comparing(Block::until))
                .map(block -> {
                    String sentence = block.kind() == Kind.RATE_LIMITED ? rateLimited(block.until())
                            : block.sentence();
                    return new ProviderException(block.kind(), sentence, block.until(), null);
                });
    }

    public synchronized List<Quota> quotas() {
        return List.copyOf(quotas.values());
    }

    public synchronized boolean leavesRoom() {
        Quota main = quotas.get(rules.mainResource());
        return main == null || main.leavesRoom(clock.instant());
    }

    private void refuseWhileBlocked(String resource) {
        blocked(resource).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private void block(String what, Duration wait, Kind kind, String sentence) {
        Instant until = clock.instant().plus(wait);
        if (kind == Kind.RATE_LIMITED && blocked(what).isEmpty()) {
            LOG.warn(rateLimited(until));
        }
        Block block = blocks.get(what);
        if (block == null || block.until().isBefore(until) || block.kind() != kind) {
            blocks.put(what, new Block(until, kind, sentence));
        }
    }

    private String rateLimited(Instant until) {
        return rules.provider() + "'s rate limit is reached; reading goes on at " + until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Requests under way may each cost one more. */
    private boolean usedUp(HttpAnswer answer) {
        Quota quota = quotas.get(rules.resource(answer));
        int underWay = CONCURRENT - turns.availablePermits() - 1;
        return quota != null && quota.remaining() - Math.max(0, underWay) <= quota.reserve();
    }

    private void remember(Quota quota) {
        quotas.merge(quota.resource(), quota, (known, latest) -> known.sameWindow(latest) && known.limit() == latest.limit()
                ? latest.withRemaining(Math.min(known.remaining(), latest.remaining()))
                : latest);
    }
}
