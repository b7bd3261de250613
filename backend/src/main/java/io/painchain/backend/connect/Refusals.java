package io.painchain.backend.connect;

import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Ends flows that came to nothing; each refusal is in the audit log. */
@Singleton
class Refusals {

    static final String FLOW = "flow";
    static final String WHY = "why";
    private static final String OBJECT = "connection";

    /** Why an answer is taken by no flow. */
    enum Why {
        unknown("Nothing was begun here that this answers. It may be forged, or of another tenant; begin again."),
        used("This was answered before, and an answer counts once; begin again if it did not come to an integration."),
        another("Somebody else began this; only who began it can go on."),
        expired("It took longer than is allowed; begin again.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final ConnectFlowRepository flows;
    private final AuditLog audit;
    private final RepeatedTransaction transaction;

    Refusals(ConnectFlowRepository flows, AuditLog audit, RepeatedTransaction transaction) {
        this.flows = flows;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The flow, if there is one, stays as it is: its owner may still go on. */
    HttpProblem of(ConnectFlow flow, Why why) {
        transaction.call(() -> {
            audit.record(OBJECT, flow == null ? null : flow.id(), null, Map.of("refused", why.name()));
            return true;
        });
        return ProblemType.VALIDATION.builder(why.sentence).with(WHY, why.name()).build();
    }

    HttpProblem end(ConnectFlow flow, String sentence) {
        transaction.call(() -> {
            flows.end(flow, State.refused, sentence, null);
            audit.record(OBJECT, flow.id(), null, Map.of("refused", sentence, "type", flow.type(), "way", flow.way()));
            return true;
        });
        return ProblemType.VALIDATION.builder(sentence).with(FLOW, flow.id().toString()).build();
    }
}
