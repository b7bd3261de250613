package io.painchain.github.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.simulator.SimulatorConfig;

/** Deliveries made of what the simulator's API shows at this moment, and what the connector makes of them. */
public final class Hooks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rig rig;
    private final String repository;
    private int count;

    public Hooks(Rig rig, String repository) {
        this.rig = rig;
        this.repository = repository;
    }

    /** A record below the repository's path. */
    public JsonNode record(String path) {
        URI url = URI.create(rig.gitHub.enterpriseUri() + "/repos/" + repository + path);
        try {
            return JSON.readTree(HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(url).header("Authorization", "Bearer " + SimulatorConfig.TOKEN).build(),
                    BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Delivery of(String event, Map<String, Object> payload) {
        return attempt(event, payload, 1);
    }

    public Delivery attempt(String event, Map<String, Object> payload, int attempt) {
        ObjectNode body = JSON.valueToTree(payload);
        body.set("repository", record(""));
        return text(event, body.toString(), attempt);
    }

    public Delivery text(String event, String body, int attempt) {
        return new Delivery("guid-" + ++count, event, rig.clock.instant(), attempt, Map.of(), Encoding.text, body);
    }

    public List<Outcome> digest(Delivery... deliveries) {
        List<Outcome> outcomes = new ArrayList<>(
                rig.poller().digest(Rig.INTEGRATION, List.of(deliveries)).orElseThrow().join());
        outcomes.sort((one, other) -> one.id().compareTo(other.id()));
        return outcomes;
    }
}
