package io.painchain.backend.integration;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.connector.WorkerAssignment;
import io.painchain.backend.connector.WorkerNames;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.integration.IntegrationView;

@Singleton
public class ConnectorWork {

    public static final String ASSIGNMENT_VERSION = "X-Assignment-Version";

    private final IntegrationReader reader;
    private final WorkerAssignment assignment;

    ConnectorWork(IntegrationReader reader, WorkerAssignment assignment) {
        this.reader = reader;
        this.assignment = assignment;
    }

    RestResponse<List<IntegrationView>> answer(IntegrationQuery.Raw raw, String worker, UriInfo uri) {
        if (raw.type() == null) {
            throw ProblemType.invalid("type", "is required of a connector");
        }
        if (worker != null && !WorkerNames.isSane(worker)) {
            throw ProblemType.invalid("worker", WorkerNames.RULE);
        }
        var requested = IntegrationQuery.of(raw, PageQuery.MOST);
        var query = raw.enabled() == null ? requested.onlyEnabled() : requested;
        if (worker == null) {
            return NextLink.answer(reader.inClear(query), uri);
        }
        long version = assignment.heartbeat(raw.type(), worker);
        var answer = NextLink.answer(reader.inClear(query, worker), uri);
        answer.getHeaders().putSingle(ASSIGNMENT_VERSION, version);
        return answer;
    }
}
