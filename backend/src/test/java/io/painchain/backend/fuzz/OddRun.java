package io.painchain.backend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;

/** Sends odd requests, several at a time, and judges answers and log. */
final class OddRun {

    static final long SEED = Long.getLong("fuzz.seed", 1);

    /** Some wait for a connector, which nobody plays. */
    private static final int THREADS = 16;
    private static final List<String> MEMBERS = List.of("type", "title", "status", "detail", "instance", "requestId");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OddRequests requests;
    private final int count;
    private final RawClient client = new RawClient(RestAssured.port);
    private final AtomicInteger sent = new AtomicInteger();
    private final TreeMap<String, List<String>> faults = new TreeMap<>();

    OddRun(OddRequests requests, int count) {
        this.requests = requests;
        this.count = count;
    }

    void isAnsweredWell() throws Exception {
        long began = System.nanoTime();
        try (var log = new LogCapture()) {
            sendAll();
            log.taken().stream().filter(OddRun::isFault)
                    .forEach(record -> fault("log " + record.getLoggerName() + " " + thrown(record), record.getMessage()));
        }
        // Ten thousand are to take less than two minutes; how long they do depends on what else the machine does.
        System.out.printf("%d odd requests in %d ms%n", count, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        assertThat(requests.operations()).isGreaterThan(60);
        assertThat(faults.keySet()).as(report()).isEmpty();
    }

    private void sendAll() throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var senders = new ArrayList<Future<Void>>();
            for (int i = 0; i < THREADS; i++) {
                senders.add(pool.submit((Callable<Void>) this::send));
            }
            for (var sender : senders) {
                sender.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Void send() throws IOException {
        while (sent.incrementAndGet() <= count) {
            var request = requests.next();
            judge(request, client.send(request));
        }
        return null;
    }

    private void judge(RawRequest request, RawAnswer answer) throws IOException {
        var both = request + "\n      -> " + answer;
        if (answer.status() < 0) {
            fault("no answer in time", both);
        }
        if (answer.status() == 0 && request.whole()) {
            fault("closed without an answer", both);
        }
        boolean isNoConnector = answer.status() == 504 && answer.body().contains("/problems/no-connector");
        if (answer.status() >= 500 && !isNoConnector) {
            fault("5xx", both);
        } else if (answer.isRefusal() && !isProblem(request, answer)) {
            fault("no problem", both);
        }
    }

    private static boolean isProblem(RawRequest request, RawAnswer answer) throws IOException {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return false;
        }
        if (request.isHead()) {
            return true;
        }
        JsonNode problem = MAPPER.readTree(answer.body());
        return MEMBERS.stream().allMatch(problem::hasNonNull) && problem.path("status").asInt() == answer.status();
    }

    private static boolean isFault(LogRecord record) {
        return (record.getThrown() != null || record.getLevel().intValue() >= Level.SEVERE.intValue())
                && !String.valueOf(record.getMessage()).contains("status=504");
    }

    private static String thrown(LogRecord record) {
        return record.getThrown() == null ? "" : String.valueOf(record.getThrown());
    }

    private synchronized void fault(String kind, String what) {
        faults.computeIfAbsent(kind, any -> new ArrayList<>()).add(what);
    }

    private String report() {
        var report = new StringBuilder("seed " + SEED + ", " + count + " requests\n");
        faults.forEach((kind, all) -> {
            report.append(all.size()).append(" × ").append(kind).append('\n');
            all.stream().limit(Integer.getInteger("fuzz.shown", 3))
                    .forEach(one -> report.append("   ").append(one).append('\n'));
        });
        return report.toString();
    }
}
