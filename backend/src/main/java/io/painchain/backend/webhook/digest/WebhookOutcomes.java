package io.painchain.backend.webhook.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.task.FormedTaskEnded;
import io.painchain.backend.task.FormedTaskEnded.End;
import io.painchain.backend.task.TaskKey;
import io.painchain.backend.webhook.digest.OutcomeRepository.Ended;
import io.painchain.backend.webhook.digest.OutcomeRepository.Outcome;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookOutput;

/** Within the transaction that ends the task, so that no delivery is lost between the two. */
@Singleton
class WebhookOutcomes {

    private static final Logger LOG = Logger.getLogger(WebhookOutcomes.class);
    private static final Duration PAUSE_AFTER_RELEASE = Duration.ofSeconds(5);
    private static final String UNNAMED = "The connector did not say what became of it.";

    private final OutcomeRepository outcomes;
    private final DigestMetrics metrics;
    private final WireReader reader;
    private final ObjectMapper mapper;

    WebhookOutcomes(OutcomeRepository outcomes, DigestMetrics metrics, WireReader reader, ObjectMapper mapper) {
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.reader = reader;
        this.mapper = mapper;
    }

    void ended(@Observes FormedTaskEnded ended) {
        if (ended.kind() != TaskKind.webhook) {
            return;
        }
        if (ended.end() == End.released) {
            outcomes.release(ended.key(), ended.at().plus(PAUSE_AFTER_RELEASE));
            return;
        }
        var all = ended.end() == End.done ? done(ended) : failed(ended.key(), ended.error(), ended.at());
        metrics.ended(ended.type(), all, ended.at());
        if (all.stream().anyMatch(one -> one.state().equals("dead"))) {
            LOG.warnf("A webhook of tenant %s was given up: %s", ended.key().tenantId(), ended.error());
        }
    }

    /** What cannot be read blames no delivery but the task. */
    private List<Ended> done(FormedTaskEnded ended) {
        JsonNode json = mapper.valueToTree(ended.output() == null ? Map.of() : ended.output());
        var output = reader.read(json, WebhookOutput.class);
        if (!output.errors().isEmpty()) {
            var first = output.errors().get(0);
            return failed(ended.key(), "The connector's answer is unreadable: " + first.pointer() + " " + first.detail(),
                    ended.at());
        }
        var named = output.value().deliveries().stream().collect(Collectors.toMap(WebhookOutput.Outcome::id, one -> one,
                (one, again) -> one));
        var told = outcomes.store(ended.key(), named.values().stream().map(this::outcome).toList(), ended.at());
        outcomes.fail(ended.key(), true, 1, UNNAMED, ended.at());
        return told;
    }

    private List<Ended> failed(TaskKey task, String error, Instant at) {
        int count = outcomes.count(task);
        return outcomes.fail(task, count == 1, Math.max(1, (count + 1) / 2), error, at);
    }

    private Outcome outcome(WebhookOutput.Outcome told) {
        var again = told.state() == WebhookOutput.State.deferred ? told.notBefore() : null;
        return new Outcome(told.id(), told.state().name(), told.reason(), told.events() == null ? null : json(told.events()),
                again);
    }

    private String json(List<String> events) {
        try {
            return mapper.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts can be written as JSON", e);
        }
    }
}
