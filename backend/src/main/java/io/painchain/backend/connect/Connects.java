package io.painchain.backend.connect;

import java.net.URI;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.connect.ConnectFlow.Content;
import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.connect.ConnectStep;
import io.painchain.model.connect.ConnectStep.Kind;
import io.quarkus.security.identity.SecurityIdentity;

/** Connecting, for the caller and the tenant of the request. */
@Singleton
public class Connects {

    private final ConnectFlows flows;
    private final ConnectWays ways;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final Ids ids;

    Connects(ConnectFlows flows, ConnectWays ways, CurrentTenant tenant, SecurityIdentity identity, Ids ids) {
        this.flows = flows;
        this.ways = ways;
        this.tenant = tenant;
        this.identity = identity;
        this.ids = ids;
    }

    /** @param base the address under which the caller's browser reaches the backend */
    public ConnectFlowView begin(ConnectRequest request, URI base) {
        var way = ways.require(request);
        var inputs = ConnectWays.inputs(way, request);
        var flow = new ConnectFlow(tenant.id(), ids.next(), request.type(), way.id(), request.name(), by().key(), State.waiting,
                null, null, null, null, null, null);
        var callback = base.resolve(ConnectFlowMapper.base(tenant.id(), request.type()) + "callback/");
        return flows.begin(flow, new Content(inputs, null, null, callback.toString(),
                base.resolve("/api/v1/webhooks/" + request.type()).toString(), by().shown(), null));
    }

    public ConnectFlowView get(String id) {
        return flows.show(flows.require(tenant.id(), id, by()));
    }

    public ConnectFlowView poll(String id) {
        return flows.poll(flows.require(tenant.id(), id, by()));
    }

    public ConnectFlowView answer(String type, Map<String, String> answer) {
        return flows.answer(tenant.id(), type, by(), answer);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem not-found where no form is to be sent */
    public ConnectStep form(String id) {
        var flow = flows.require(tenant.id(), id, by());
        var content = flow.state() == State.waiting ? flows.content(flow) : null;
        if (content == null || content.step().kind() != Kind.form) {
            throw ProblemType.NOT_FOUND.problem("There is no form to be sent any more; begin again.");
        }
        return content.step();
    }

    private Connecting by() {
        return Connecting.of(Caller.of(identity));
    }
}
