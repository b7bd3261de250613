package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(() -> 10, now::get);

    @Test
    void letsTwiceTheRateThroughAtOnceAndThenTheRate() {
        IntStream.range(0, 20).forEach(i -> assertThat(buckets.take("acme")).isZero());

        assertThat(buckets.take("acme")).isEqualTo(Duration.ofMillis(100));
        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(buckets.take("acme")).isZero();
        assertThat(buckets.take("acme")).isPositive();
    }

    @Test
    void oneDoesNotUseUpAnothers() {
        IntStream.range(0, 30).forEach(i -> buckets.take("acme"));

        assertThat(buckets.take("globex")).isZero();
    }

    @Test
    void zeroIsNoLimit() {
        var unlimited = new TokenBuckets(() -> 0, now::get);

        IntStream.range(0, 1_000).forEach(i -> assertThat(unlimited.take("acme")).isZero());
    }
}
