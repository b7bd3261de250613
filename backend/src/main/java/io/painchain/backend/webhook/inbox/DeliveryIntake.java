package io.painchain.backend.webhook.inbox;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.inbox.DeliveryWriter.Stored;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.connector.Intake;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Who sends what nobody here knows the secret of gets one answer, whatever is wrong: it says nothing of what exists. */
@Singleton
class DeliveryIntake {

    private final Senders senders;
    private final DeliveryWriter writer;
    private final TenantCaps caps;
    private final InboxMetrics metrics;
    private final ConnectorTypes types;
    private final Ids ids;

    DeliveryIntake(Senders senders, DeliveryWriter writer, TenantCaps caps, InboxMetrics metrics, ConnectorTypes types,
            Ids ids) {
        this.senders = senders;
        this.writer = writer;
        this.caps = caps;
        this.metrics = metrics;
        this.types = types;
        this.ids = ids;
    }

    private record Proved(Intake intake, List<Sender> senders) {
    }

    /** @param integrationId {@code null} where the address names none */
    Uni<DeliveryReceipt> take(String type, String integrationId, IncomingDelivery delivery) {
        var payload = Payload.of(delivery.headers().get("content-type"), delivery.body());
        var proved = find(type, integrationId, delivery, payload).orElseThrow(() -> refusal(type));
        proved.senders().forEach(sender -> caps.count(sender.tenantId(), delivery.body().length));
        var stored = proved.senders().stream().map(sender -> {
            var row = DeliveryMapper.toRow(ids.next(), type, sender, proved.intake(), delivery, payload);
            return Uni.createFrom().completionStage(writer.store(row)).map(outcome -> receipt(type, row, outcome));
        }).toList();
        return Uni.combine().all().unis(stored).with(DeliveryReceipt.class, receipts -> receipts.get(0));
    }

    private Optional<Proved> find(String type, String integrationId, IncomingDelivery delivery, Payload payload) {
        var named = Ids.parse(integrationId);
        if (integrationId != null && named.isEmpty()) {
            return Optional.empty();
        }
        return senders.find(type, known -> {
            var recipients = new Recipients(known, delivery, payload);
            return named.map(recipients::of).orElseGet(recipients::find)
                    .map(found -> new Proved(known.intake(), found));
        });
    }

    private DeliveryReceipt receipt(String type, NewDelivery row, Stored outcome) {
        if (outcome == Stored.unknown) {
            throw refusal(type);
        }
        metrics.received(type, outcome);
        return new DeliveryReceipt(outcome.name(), row.key());
    }

    private HttpProblem refusal(String type) {
        metrics.refused(type, types.find(type).map(ConnectorType::intake).isPresent());
        return ProblemType.UNAUTHORIZED.problem("This delivery is not signed with a secret that is known here.");
    }
}
