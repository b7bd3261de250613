package io.painchain.backend.integration;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.connector.WorkerRepository;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.IntegrationView;

/** What a connector is to poll. */
@Singleton
class ConnectorWork {

    static final String ASSIGNMENT_VERSION = "X-Assignment-Version";

    /** Every worker gets all there is, so no worker's share ever changes. */
    private static final long WHOLE_ASSIGNMENT = 1;
    private static final Pattern WORKER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final IntegrationReader reader;
    private final WorkerRepository workers;

    ConnectorWork(IntegrationReader reader, WorkerRepository workers) {
        this.reader = reader;
        this.workers = workers;
    }

    RestResponse<List<IntegrationView>> answer(IntegrationQuery.Raw raw, String worker, UriInfo uri) {
        if (raw.type() == null) {
            throw ProblemType.invalid("type", "is required of a connector");
        }
        if (worker != null && !WORKER.matcher(worker).matches()) {
            throw ProblemType.invalid("worker", "must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        var query = IntegrationQuery.of(raw, PageQuery.MOST);
        var answer = NextLink.answer(reader.inClear(raw.enabled() == null ? query.onlyEnabled() : query), uri);
        if (worker != null) {
            workers.heartbeat(raw.type(), worker);
            answer.getHeaders().putSingle(ASSIGNMENT_VERSION, WHOLE_ASSIGNMENT);
        }
        return answer;
    }
}
