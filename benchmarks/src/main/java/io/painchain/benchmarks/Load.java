package io.painchain.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Does something many times in several threads and tells how long that took. */
public final class Load {

    private Load() {
    }

    /** One of the things to do, by its number. */
    @FunctionalInterface
    public interface Work {
        void run(int number) throws Exception;
    }

    /** @param nanos how long each took, in ascending order */
    public record Result(long[] nanos, double seconds) {

        public double perSecond(int eachCounts) {
            return nanos.length * (double) eachCounts / seconds;
        }

        public double millis(double share) {
            return nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
        }

        public String latencies() {
            return "p50 %.2f, p95 %.2f, p99 %.2f, max %.2f ms".formatted(millis(0.5), millis(0.95), millis(0.99), millis(1));
        }
    }

    /** @param worker makes what one thread does, with a connection of its own where it needs one */
    public static Result run(int threads, int times, Callable<Work> worker) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var next = new AtomicInteger();
        var nanos = new ConcurrentLinkedQueue<Long>();
        var workers = new ArrayList<Work>();
        for (int i = 0; i < threads; i++) {
            workers.add(worker.call());
        }
        long start = System.nanoTime();
        var ends = new ArrayList<Future<Void>>();
        for (var work : workers) {
            ends.add(pool.submit(() -> {
                for (int number = next.getAndIncrement(); number < times; number = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    work.run(number);
                    nanos.add(System.nanoTime() - begin);
                }
                return null;
            }));
        }
        pool.shutdown();
        for (var end : ends) {
            end.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result(sorted, seconds);
    }

    /**
     * So many a second, whatever becomes of those before; each takes from when it was to begin, so that one for which no thread
     * was free is late, too.
     */
    public static Result atRate(int threads, int times, int perSecond, Callable<Work> worker) throws Exception {
        var begun = new AtomicLong();
        var result = new ConcurrentLinkedQueue<Long>();
        begun.set(System.nanoTime());
        run(threads, times, () -> {
            var work = worker.call();
            begun.set(System.nanoTime());
            return number -> {
                long due = begun.get() + TimeUnit.SECONDS.toNanos(number) / perSecond;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                work.run(number);
                result.add(System.nanoTime() - due);
            };
        });
        double seconds = (System.nanoTime() - begun.get()) / 1e9;
        return new Result(result.stream().mapToLong(Long::longValue).sorted().toArray(), seconds);
    }

    /** One after the other with a pause between them, as somebody posts who is in no hurry. */
    public static Result paced(int times, int pauseMillis, Work work) throws Exception {
        var nanos = new long[times];
        long start = System.nanoTime();
        for (int number = 0; number < times; number++) {
            long begin = System.nanoTime();
            work.run(number);
            nanos[number] = System.nanoTime() - begin;
            Thread.sleep(pauseMillis);
        }
        Arrays.sort(nanos);
        return new Result(nanos, (System.nanoTime() - start) / 1e9);
    }
}
