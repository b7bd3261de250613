package io.painchain.backend.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.connect.ConnectFlow.Content;
import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.backend.connect.Refusals.Why;
import io.painchain.backend.connect.credential.ConnectTasks;
import io.painchain.backend.connect.credential.ConnectedIntegrations;
import io.painchain.backend.connect.credential.ConnectedIntegrations.Agreed;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.RandomToken;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectInput.Action;
import io.painchain.model.connect.ConnectOutput;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Takes answers of providers: each once, within its time, from who began it, for the tenant it was begun in. */
@Singleton
class ConnectFlows {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final ConnectFlowRepository flows;
    private final FlowCipher cipher;
    private final ConnectTasks tasks;
    private final ConnectedIntegrations integrations;
    private final Refusals refusals;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    ConnectFlows(ConnectFlowRepository flows, FlowCipher cipher, ConnectTasks tasks, ConnectedIntegrations integrations,
            Refusals refusals, RepeatedTransaction transaction, Clock clock) {
        this.flows = flows;
        this.cipher = cipher;
        this.tasks = tasks;
        this.integrations = integrations;
        this.refusals = refusals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param flow as it will be, without its content */
    ConnectFlowView begin(ConnectFlow flow, Content content) {
        var handshake = Handshake.make();
        var output = tasks.ask(flow.type(), flow.tenantId(), null,
                new ConnectInput(Action.begin, flow.way(), content.inputs(), null,
                        handshake.toWire(null, content.redirectUrl(), content.webhookUrl()), null, null));
        if (output.step() == null) {
            throw ProblemType.PROVIDER_FAILED.problem("The connector did not say how to go on.");
        }
        var begun = next(content, output, handshake);
        var stored = waiting(flow, begun);
        transaction.call(() -> {
            flows.add(stored, handshake.nonce(), clock.instant());
            return true;
        });
        return ConnectFlowMapper.toView(stored, begun);
    }

    ConnectFlowView show(ConnectFlow flow) {
        return ConnectFlowMapper.toView(flow, cipher.open(flow));
    }

    Content content(ConnectFlow flow) {
        return cipher.open(flow);
    }

    ConnectFlow require(String tenantId, String id, Connecting by) {
        return io.painchain.backend.id.Ids.parse(id).flatMap(uuid -> flows.find(tenantId, uuid))
                .filter(flow -> flow.caller().equals(by.key()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("Nothing of that id was begun here."));
    }

    /** @param answer what the browser was sent back with */
    ConnectFlowView answer(String tenantId, String type, Connecting by, Map<String, String> answer) {
        var state = answer.get("state");
        if (!RandomToken.isWellFormed(state)) {
            throw refusals.of(null, Why.unknown);
        }
        var nonce = RandomToken.digest(state);
        var flow = flows.ofNonce(tenantId, type, nonce).orElseThrow(() -> refusals.of(null, Why.unknown));
        if (!flow.caller().equals(by.key())) {
            throw refusals.of(flow, Why.another);
        }
        if (flow.state() == State.waiting && flow.isExpired(clock.instant())) {
            throw refusals.of(flow, Why.expired);
        }
        if (!transaction.call(() -> flows.take(flow, nonce))) {
            throw refusals.of(flow, Why.used);
        }
        return goOn(flow, answer);
    }

    /** Whether the code was entered; asks the provider no more often than it allows. */
    ConnectFlowView poll(ConnectFlow flow) {
        var now = clock.instant();
        if (flow.state() != State.waiting || flow.askAt() == null || now.isBefore(flow.askAt())) {
            return show(flow);
        }
        if (flow.isExpired(now)) {
            throw refusals.end(flow, "The code was not entered in time; begin again.");
        }
        return transaction.call(() -> flows.takeToAsk(flow, now)) ? goOn(flow, Map.of()) : show(flow);
    }

    private ConnectFlowView goOn(ConnectFlow flow, Map<String, String> answer) {
        var content = cipher.open(flow);
        var handshake = Handshake.make();
        ConnectOutput output;
        try {
            output = tasks.ask(flow.type(), flow.tenantId(), null,
                    new ConnectInput(Action.proceed, flow.way(), content.inputs(), content.kept(),
                            handshake.toWire(content.verifier(), content.redirectUrl(), content.webhookUrl()), answer, null));
        } catch (HttpProblem e) {
            boolean mayRecover = flow.askAt() != null && e.getStatusCode() >= 500;
            if (mayRecover) {
                return ConnectFlowMapper.toView(flow, content);
            }
            throw refusals.end(flow, e.getDetail());
        }
        if (output.step() != null) {
            return nextStep(flow, next(content, output, handshake), handshake);
        }
        if (output.connected() == null) {
            throw refusals.end(flow, "The connector granted nothing.");
        }
        return connected(flow, content, output);
    }

    private ConnectFlowView nextStep(ConnectFlow flow, Content content, Handshake handshake) {
        var stored = waiting(flow, content);
        transaction.call(() -> {
            flows.goOn(stored, handshake.nonce());
            return true;
        });
        return ConnectFlowMapper.toView(stored, content);
    }

    private ConnectFlowView connected(ConnectFlow flow, Content content, ConnectOutput output) {
        UUID id;
        try {
            id = integrations.store(new Agreed(flow.tenantId(), flow.type(), flow.way(), flow.name(), content.by(),
                    output.connected()));
        } catch (HttpProblem e) {
            throw refusals.end(flow, e.getDetail());
        }
        transaction.call(() -> {
            flows.end(flow, State.connected, null, id);
            return true;
        });
        return show(flows.find(flow.tenantId(), flow.id()).orElseThrow());
    }

    private static Content next(Content content, ConnectOutput output, Handshake handshake) {
        return new Content(content.inputs(), output.kept(), handshake.verifier(), content.redirectUrl(), content.webhookUrl(),
                content.by(), output.step());
    }

    /** A code's time goes on running while it is waited for. */
    private ConnectFlow waiting(ConnectFlow flow, Content content) {
        var now = clock.instant();
        var step = content.step();
        boolean isCode = step.intervalSeconds() != null;
        var expiresAt = isCode && flow.askAt() != null ? flow.expiresAt() : now.plus(life(step.expiresInSeconds()));
        Instant askAt = isCode ? now.plusSeconds(step.intervalSeconds()) : null;
        return new ConnectFlow(flow.tenantId(), flow.id(), flow.type(), flow.way(), flow.name(), flow.caller(), State.waiting,
                cipher.seal(flow.tenantId(), flow.id(), content), askAt, step.intervalSeconds(), null, null, expiresAt);
    }

    private static Duration life(Integer seconds) {
        return seconds == null ? LIFE : Duration.ofSeconds(seconds);
    }
}
