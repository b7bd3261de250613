package io.painchain.backend.deployment.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.deployment.metric.History.Deployed;
import io.painchain.backend.deployment.metric.History.Moved;
import io.painchain.backend.deployment.metric.History.Review;

/** A history as events of a provider that nobody ever heard of; only its metadata says what its words mean. */
final class HistoryEvents {

    static final String TYPE = "forge";
    static final String METADATA = """
            {"id": "forge", "displayName": "Forge", "configSchema": {"type": "object"}, "eventTypes": {
              "proposal": {"displayName": "Proposal", "meaning": {"role": "work", "states": {"hammered": "done"}, "facts": {
                "version": ["became"], "commits": ["strokes"], "first_commit": ["firstStroke"], "ready": ["laidOut"],
                "first_review": ["lookedAt"], "hotfix": ["burning"]}}},
              "shove": {"displayName": "Shove", "meaning": {"role": "work", "facts": {
                "version": ["top"], "before": ["bottom"], "commits": ["strokes"], "commit_count": ["number"]}}},
              "landing": {"displayName": "Landing", "meaning": {"role": "carrier", "run": "voyage",
                "states": {"moored": "waiting", "sailing": "going", "ashore": "done", "sunk": "failed", "scrapped": "ended"},
                "facts": {"deployment": ["landing"], "environment": ["coast"], "service": ["cargo"], "version": ["hull"],
                  "production": ["inhabited"], "shipped_from": ["left"], "commits": ["strokes"], "commit_count": ["number"],
                  "taken_back": ["thrownAway"]}}}}}
            """;

    private final History history;
    private final List<JsonNode> events = new ArrayList<>();

    private HistoryEvents(History history) {
        this.history = history;
    }

    static List<JsonNode> of(History history) {
        var all = new HistoryEvents(history);
        history.moves.stream().filter(move -> !move.hidden()).forEach(all::add);
        history.reviews.forEach(all::add);
        var live = new HashMap<String, String>();
        for (var deployed : history.deployments) {
            var slot = deployed.environment() + "/" + deployed.service();
            all.add(deployed, live.get(slot));
            if (deployed.isDone()) {
                live.put(slot, deployed.sha());
            }
        }
        return all.events;
    }

    private void add(Moved move) {
        var commits = history.between(move.base(), move.head());
        var event = event("shove", "shove-" + move.head(), move.at(), null);
        event.putObject("data").put("top", move.head()).put("bottom", move.base()).put("number", commits.size())
                .set("strokes", strokes(commits));
    }

    private void add(Review review) {
        var event = event("proposal", "proposal-" + review.number(), review.merged(), "hammered");
        event.put("entity", review.entity());
        review.reverts().forEach(key -> event.withArray("correlationKeys").add("reverts:" + key));
        var data = event.putObject("data").put("became", review.version()).put("burning", review.hotfix())
                .put("firstStroke", review.firstCommit().toString()).put("laidOut", review.opened().toString());
        if (review.reviewed() != null) {
            data.put("lookedAt", review.reviewed().toString());
        }
        data.set("strokes", strokes(review.own()));
    }

    private void add(Deployed deployed, String before) {
        for (int leg = 0; leg < deployed.legs(); leg++) {
            boolean isSunk = deployed.failed().contains(leg);
            landing(deployed, leg, deployed.began(), "moored");
            landing(deployed, leg, deployed.began().plusSeconds(20), "sailing");
            var end = landing(deployed, leg, isSunk ? deployed.began().plusSeconds(60) : deployed.done(),
                    isSunk ? "sunk" : "ashore");
            if (!isSunk && deployed.told() && before != null) {
                tell(end, deployed, before);
            }
        }
        if (deployed.repaired()) {
            landing(deployed, 9, deployed.began().plusSeconds(90), "sailing");
            var end = landing(deployed, 9, deployed.done(), "ashore");
            if (deployed.told() && before != null) {
                tell(end, deployed, before);
            }
            landing(deployed, 9, deployed.done().plusSeconds(40), "scrapped");
        }
    }

    private ObjectNode landing(Deployed deployed, int leg, Instant at, String status) {
        var name = deployed.number() + "." + leg;
        var event = event("landing", "landing-" + name + "-" + status, at, status);
        event.put("entity", "landing:" + name).withArray("correlationKeys").add("voyage:" + deployed.number());
        event.putObject("data").put("landing", name).put("coast", deployed.environment()).put("cargo", deployed.service())
                .put("hull", deployed.sha()).put("inhabited", deployed.production());
        return event;
    }

    private void tell(ObjectNode event, Deployed deployed, String before) {
        var data = (ObjectNode) event.get("data");
        var commits = history.between(before, deployed.sha());
        data.put("left", before).put("number", commits.size() + deployed.unlisted()).set("strokes", strokes(commits));
        var back = data.putArray("thrownAway");
        history.between(deployed.sha(), before).forEach(back::add);
    }

    private JsonNode strokes(Collection<String> commits) {
        var strokes = JsonNodeFactory.instance.arrayNode();
        for (var sha : commits) {
            var commit = history.commits.get(sha);
            var stroke = strokes.addObject().put("sha", sha).put("merge", commit.merge());
            if (commit.authored() != null) {
                stroke.put("authored_at", commit.authored().toString());
            }
            commit.reverts().forEach(stroke.withArray("reverts")::add);
        }
        return strokes;
    }

    private ObjectNode event(String type, String id, Instant at, String status) {
        var event = JsonNodeFactory.instance.objectNode().put("title", id).put("connector", TYPE).put("type", type)
                .put("project", History.PROJECT).put("externalId", id).put("timestamp", at.toString())
                .put("asOf", at.toString());
        if (status != null) {
            event.put("status", status);
        }
        events.add(event);
        return event;
    }

    static Map<String, Long> counts(List<JsonNode> events) {
        var counts = new HashMap<String, Long>();
        events.forEach(event -> counts.merge(event.get("type").textValue(), 1L, Long::sum));
        return counts;
    }
}
