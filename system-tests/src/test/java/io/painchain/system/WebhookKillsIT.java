package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Backend, connector and PostgreSQL are killed while webhooks come: each that was answered by 2xx is one event in the end, and
 * no
 * other is there. All at once here; one by one, at random and for ten minutes by
 * {@code mvn -pl system-tests -am -Dit.test=WebhookKillsIT -Dhookkills.seconds=600 -Dtest.method.longest=60m verify};
 * {@code hookkills.rate} sends so many a second, {@code kills.seed} kills at other times.
 */
class WebhookKillsIT {

    private static final Logger LOG = Logger.getLogger(WebhookKillsIT.class);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("hookkills.seconds", 0));
    private static final int RATE = Integer.getInteger("hookkills.rate", 50);
    private static final long SEED = Long.getLong("kills.seed", 7);
    private static final int SENDERS = 8;
    private static final String SECRET = "a-secret-of-some-length";

    private final Installation installation = new Installation();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    private final AtomicBoolean ends = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, String> taken = new ConcurrentHashMap<>();

    @BeforeEach
    void install() {
        installation.startBackend();
    }

    @AfterEach
    void uninstall() {
        ends.set(true);
        threads.shutdownNow();
        installation.close();
    }

    @Test
    void whatWasTakenIsOneEvent() throws Exception {
        // Given
        var kills = new RandomKills(installation, installation::startSenders, SEED).andOfTheDatabase();
        String integration = installation.api()
                .body(Map.of("type", "jenkins", "name", "Builds", "config", Map.of("webhookSecret", SECRET)))
                .post("/api/integrations").then().statusCode(201).extract().path("id");
        var inbox = URI.create(installation.uri() + "/api/webhooks/jenkins/" + integration);

        // When
        for (int sender = 0; sender < SENDERS; sender++) {
            threads.submit(() -> send(inbox));
        }
        if (LENGTH.isZero()) {
            kills.killAllOnce();
        } else {
            kills.goOn(LENGTH);
        }
        ends.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

        // Then
        LOG.infof("%s; %d deliveries taken, %d tries refused or cut", kills, taken.size(), refused.get());
        assertThat(taken).hasSizeGreaterThan(50);
        Arrivals.awaitExactly(installation.timeline(), "connector=jenkins", taken);
        assertThat(installation.api().get("/api/webhooks/events?state=dead").jsonPath().getList("$", Map.class))
                .isEqualTo(List.of());
        var login = Base64.getEncoder().encodeToString(("painchain:" + SECRET).getBytes(StandardCharsets.UTF_8));
        installation.hasNoSecretInItsLogs(SECRET, login);
    }

    /** As a sender that wants to be heard: the same again until it is taken. */
    private void send(URI inbox) {
        while (!ends.get()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SENDERS) / RATE);
            int number = next.incrementAndGet();
            String body = body(number);
            while (!post(inbox, body)) {
                refused.incrementAndGet();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            taken.put("build-kills-" + number, number % 7 == 0 ? "failure" : "success");
        }
    }

    private boolean post(URI inbox, String body) {
        var login = Base64.getEncoder().encodeToString(("painchain:" + SECRET).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(inbox).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + login).timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(int number) {
        return """
                {"name": "kills", "build": {"number": %d, "phase": "FINALIZED", "status": "%s", "timestamp": %d, "duration": 1000,
                "full_url": "https://ci.example.com/job/kills/%d/"}}"""
                .formatted(number, number % 7 == 0 ? "FAILURE" : "SUCCESS", System.currentTimeMillis(), number);
    }
}
