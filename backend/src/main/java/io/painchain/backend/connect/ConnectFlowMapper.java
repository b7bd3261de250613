package io.painchain.backend.connect;

import io.painchain.backend.connect.ConnectFlow.Content;
import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.connect.ConnectStep;
import io.painchain.model.connect.ConnectStep.Kind;

final class ConnectFlowMapper {

    private ConnectFlowMapper() {
    }

    /** @param content {@code null} once it has ended */
    static ConnectFlowView toView(ConnectFlow flow, Content content) {
        var step = content == null || flow.state() != State.waiting ? null : content.step();
        return new ConnectFlowView(flow.id().toString(), flow.type(), flow.way(), flow.state(),
                step == null ? null : url(flow, step), step != null && step.kind() != Kind.code,
                step == null ? null : step.userCode(), step == null ? null : flow.intervalSeconds(), flow.expiresAt(),
                flow.error(), flow.integrationId() == null ? null : flow.integrationId().toString());
    }

    /** A form is sent from a page of ours that may send to the provider; no other page may. */
    private static String url(ConnectFlow flow, ConnectStep step) {
        return step.kind() == Kind.form ? base(flow.tenantId(), flow.type()) + "connect/" + flow.id() + "/" : step.url();
    }

    /** Below which a tenant's integrations of the type are. */
    static String base(String tenantId, String type) {
        var team = CurrentTenant.onTheWire(tenantId);
        return "/a/" + (team == null ? CurrentTenant.SELF_HOSTED : team) + "/integrations/" + type + "/";
    }
}
