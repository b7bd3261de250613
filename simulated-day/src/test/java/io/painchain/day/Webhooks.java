package io.painchain.day;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.painchain.day.HookPayloads.Hooked;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.world.hook.Hook;
import io.painchain.simulator.world.hook.HookDelivery;
import io.painchain.simulator.world.hook.Hooks;
import io.painchain.simulator.world.repository.Repository;

/**
 * GitHub's webhooks of an organization: of a hundred events five never come (half of them were refused and can be asked for
 * again, of the others GitHub itself knows nothing), two come twice, and ten come up to half an hour late and out of order.
 */
final class Webhooks {

    private static final double NEVER = 0.05;
    private static final double TWICE = 0.02;
    private static final double LATE = 0.10;
    private static final int LATEST_MINUTES = 30;
    private static final int REFUSED = 502;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Hooks hooks;
    private final URI inbox;
    private final HookPayloads payloads;
    private final Random random;
    private final Map<String, Hooked> sent = new HashMap<>();
    private final TreeMap<Instant, List<String>> late = new TreeMap<>();
    private final Map<String, Integer> fates = new TreeMap<>();

    /** @param inbox where the organization's only webhook leads, whatever its address says */
    Webhooks(GitHubSimulator gitHub, String organization, URI inbox, Instant since, long seed) {
        this.hooks = gitHub.world().hooks(organization);
        this.inbox = inbox;
        this.payloads = new HookPayloads(gitHub.enterpriseUri().toString(), gitHub.uri().toString(), since);
        this.random = new Random(seed);
        hooks.sendBy(this::post);
    }

    /** Tells what happened since, each with its fate. */
    void tell(List<Repository> repositories, Instant now) {
        for (Repository repository : repositories) {
            payloads.news(repository).forEach(event -> tell(event, now));
        }
        var due = late.headMap(now, true);
        List<String> guids = due.values().stream().flatMap(List::stream).toList();
        due.clear();
        guids.forEach(this::deliver);
    }

    private void tell(Hooked event, Instant now) {
        String guid = UUID.randomUUID().toString();
        sent.put(guid, event);
        double card = random.nextDouble();
        if (card < NEVER / 2) {
            count("unknown to GitHub");
        } else if (card < NEVER) {
            count("refused");
            hooks.deliveredOf(hook().id(), repository(event), event.event(), guid, REFUSED);
        } else if (card < NEVER + LATE) {
            count("late");
            late.computeIfAbsent(now.plus(Duration.ofMinutes(1 + random.nextInt(LATEST_MINUTES))), fresh -> new ArrayList<>())
                    .add(guid);
        } else {
            boolean twice = card > 1 - TWICE;
            count(twice ? "twice" : "once");
            deliver(guid);
            if (twice) {
                deliver(guid);
            }
        }
    }

    private void count(String fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    private void deliver(String guid) {
        Hooked event = sent.get(guid);
        HookDelivery delivery = new HookDelivery(0, hook().id(), guid, null, false, 0, event.event(), null, null);
        hooks.deliveredOf(hook().id(), repository(event), event.event(), guid, post(delivery));
    }

    private static long repository(Hooked event) {
        return event.payload().path("repository").path("id").asLong();
    }

    private Hook hook() {
        return hooks.all().get(0);
    }

    private int post(HookDelivery delivery) {
        Hooked event = sent.get(delivery.guid());
        if (event == null) {
            return REFUSED;
        }
        byte[] body = event.payload().toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(inbox).header("Content-Type", "application/json")
                .header("X-GitHub-Event", event.event()).header("X-GitHub-Delivery", delivery.guid())
                .header("X-GitHub-Hook-ID", Long.toString(delivery.hook()))
                .header("X-Hub-Signature-256", "sha256=" + signature(body)).timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return REFUSED;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hook().secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return fates.toString();
    }
}
