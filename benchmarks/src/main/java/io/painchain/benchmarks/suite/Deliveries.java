package io.painchain.benchmarks.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.painchain.benchmarks.Backend;
import io.painchain.benchmarks.BareDatabase;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.suite.measurement.Measurement;
import io.painchain.benchmarks.suite.process.BackendProcess;
import io.painchain.benchmarks.suite.process.SenderProcess;

/**
 * Webhooks at a steady rate, whatever becomes of those before: how long the inbox takes to answer, and how long it is until
 * their events are on the timeline. Late by the sender's own queue counts as late.
 */
final class Deliveries {

    private static final String SECRET = "a-secret-of-the-benchmark";
    private static final String SENDER = "jenkins";
    private static final int CONNECTIONS = 32;
    /** A tenant may receive 20,000 a minute. */
    private static final int TENANTS = 6;
    private static final int INBOX_RATE = 1_000;
    private static final int TIMELINE_RATE = 200;
    private static final int PADDING = 7_500;
    private static final int POLL_MILLIS = 20;
    private static final int FIRST_WARM_UPS = 3;

    private final Installation installation;
    private final int seconds;

    Deliveries(Installation installation, int size) {
        this.installation = installation;
        this.seconds = 5 * size;
    }

    /** Nobody takes what arrives: what is measured is the way to the commit, beside the same bytes in a bare table. */
    List<Measurement> inbox(int run) throws Exception {
        var senders = senders("inbox-" + run);
        sent(senders, "warm-up", INBOX_RATE / 2, seconds);
        var answered = sent(senders, "run" + run, INBOX_RATE, seconds);
        var bare = new BareDatabase(installation.running().database());
        bare.create();
        int times = INBOX_RATE * seconds;
        var bodies = IntStream.range(0, times).mapToObj(number -> List.of(body("bare", number))).toList();
        var inserted = Load.atRate(CONNECTIONS, times, INBOX_RATE, () -> bare.inserts(0, bodies));
        bare.drop();
        return List.of(
                new Measurement("1,000 deliveries/s of 8 KB, answered", "deliveries/s", answered.perSecond(1),
                        inserted.perSecond(1), "bare table"),
                new Measurement("until the answer, p99", "ms", answered.millis(0.99), inserted.millis(0.99), "bare table"),
                new Measurement("the same, p50", "ms", answered.millis(0.5), inserted.millis(0.5), "bare table"));
    }

    /** With the connector that maps them. */
    List<Measurement> timeline(int run) throws Exception {
        try (var connector = SenderProcess.start(installation.running().url(), BackendProcess.CONNECTOR_KEY)) {
            connector.awaitRegistration(SENDER);
            var sender = sender("hooks-" + run, 0);
            // The connector is new each time, the backend's digesting before the first.
            for (int times = 0; times < (run == 0 ? FIRST_WARM_UPS : 1); times++) {
                arrivals(sender, "warm-up-" + times, run);
            }
            var took = arrivals(sender, "run", run);
            return List.of(Measurement.alone("200 deliveries/s, until on the timeline, p99", "ms", took.millis(0.99)),
                    Measurement.alone("the same, p50", "ms", took.millis(0.5)));
        }
    }

    private record Sender(Backend backend, String path, String tenant) {
    }

    private List<Sender> senders(String name) throws Exception {
        // Without a connector there is nobody who would register the type.
        if (!SenderProcess.isRegistered(installation.running().url(), SENDER)) {
            try (var connector = SenderProcess.start(installation.running().url(), BackendProcess.CONNECTOR_KEY)) {
                connector.awaitRegistration(SENDER);
            }
        }
        var senders = new ArrayList<Sender>();
        for (int number = 0; number < TENANTS; number++) {
            senders.add(sender(name, number));
        }
        return senders;
    }

    private Sender sender(String name, int number) throws Exception {
        var tenant = name + "-" + number;
        var backend = installation.tenant(tenant);
        var created = backend.post("/api/integrations", Json.of(Map.of("type", SENDER, "name", "Bench", "config",
                Map.of("webhookSecret", SECRET))));
        var id = created.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return new Sender(backend, "/api/webhooks/" + SENDER + "/" + id, tenant);
    }

    private static Load.Result sent(List<Sender> senders, String job, int rate, int seconds) throws Exception {
        return Load.atRate(CONNECTIONS, rate * seconds, rate, () -> {
            var connections = new RawConnection[senders.size()];
            for (int i = 0; i < connections.length; i++) {
                connections[i] = connection(senders.get(i));
            }
            return number -> connections[number % connections.length].post(senders.get(number % connections.length).path(),
                    body(job, number));
        });
    }

    private static RawConnection connection(Sender sender) throws IOException {
        var login = Base64.getEncoder().encodeToString(("painchain:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return RawConnection.to(sender.backend(), "Authorization: Basic " + login);
    }

    /** From when each was to be sent until its event's row was committed, as another connection sees it. */
    private Load.Result arrivals(Sender sender, String job, int run) throws Exception {
        int count = TIMELINE_RATE * seconds;
        var due = new ConcurrentHashMap<String, Long>();
        var nanos = new ConcurrentHashMap<String, Long>();
        var ends = new AtomicBoolean();
        var watcher = new Thread(() -> watch(sender.tenant(), due, nanos, ends));
        watcher.start();
        long start = System.nanoTime();
        var name = job + run;
        Load.atRate(CONNECTIONS, count, TIMELINE_RATE, () -> {
            var connection = connection(sender);
            return number -> {
                due.put("build-" + name + "-" + number, start + number * TimeUnit.SECONDS.toNanos(1) / TIMELINE_RATE);
                connection.post(sender.path(), body(name, number));
            };
        });
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1); nanos.size() < count
                && System.nanoTime() < end;) {
            Thread.sleep(POLL_MILLIS);
        }
        ends.set(true);
        watcher.join();
        if (nanos.size() < count) {
            throw new IOException(count - nanos.size() + " deliveries are no events after a minute");
        }
        var sorted = nanos.values().stream().mapToLong(Long::longValue).sorted().toArray();
        return new Load.Result(sorted, (System.nanoTime() - start) / 1e9);
    }

    private void watch(String tenant, Map<String, Long> due, Map<String, Long> nanos, AtomicBoolean ends) {
        var sql = "select external_id from event where tenant_id = ? and received_at > now() - interval '5 seconds'";
        try (Connection connection = DriverManager.getConnection(installation.running().database());
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            while (!ends.get()) {
                long now = System.nanoTime();
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        var id = found.getString(1);
                        if (due.containsKey(id)) {
                            nanos.putIfAbsent(id, now - due.get(id));
                        }
                    }
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As large as the median of what GitHub sends, and as badly to be compressed. */
    private static String body(String job, int number) {
        var random = new SplittableRandom(number);
        var padding = new StringBuilder(PADDING);
        while (padding.length() < PADDING) {
            padding.append(Long.toHexString(random.nextLong())).append(" of a word or two, ");
        }
        return """
                {"name": "%s", "build": {"number": %d, "phase": "FINALIZED", "status": "SUCCESS", "timestamp": %d,
                "duration": 1000, "full_url": "https://ci.example.com/job/%s/%d/", "scm": {"url": "https://git.example.com/a/b.git",
                "branch": "main", "commit": "%040x"}, "log": "%s"}}"""
                .formatted(job, number, System.currentTimeMillis(), job, number, number, padding);
    }
}
