package io.painchain.gitlab.change.mergerequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.graphql.MergeRequestQuery;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.gitlab.project.ProjectReader;

/** Sizes and commits by GraphQL, 25 merge requests a request; by REST the commits of merged ones that lack some. */
final class BulkFacts {

    private final ProjectReader reader;
    private final Map<Long, MergeRequestFacts> facts = new LinkedHashMap<>();

    BulkFacts(ProjectReader reader) {
        this.reader = reader;
    }

    Map<Long, MergeRequestFacts> read(List<MergeRequest> requests) {
        for (int from = 0; from < requests.size(); from += MergeRequestQuery.MOST) {
            ask(requests.subList(from, Math.min(requests.size(), from + MergeRequestQuery.MOST)));
        }
        for (MergeRequest request : requests) {
            MergeRequestFacts known = facts.getOrDefault(request.iid(), MergeRequestFacts.UNREAD);
            if (request.merged() && !known.namesAllCommits()) {
                facts.put(request.iid(), known.with(commits(request)));
            }
        }
        return facts;
    }

    private void ask(List<MergeRequest> requests) {
        GraphQl graphQl = reader.graphQl();
        if (graphQl == null || !graphQl.available()) {
            return;
        }
        reader.goOn();
        graphQl.ask(MergeRequestQuery.of(reader.scope().project(), requests.stream().map(MergeRequest::iid).toList()))
                .ifPresent(answer -> facts.putAll(MergeRequestQuery.read(answer)));
    }

    private List<Commit> commits(MergeRequest request) {
        return reader.details().of(MergeRequestKind.SOURCE, request.iid().toString()).read("commits",
                () -> reader.all("/merge_requests/" + request.iid() + "/commits?per_page=100", Commit.class))
                .orElse(null);
    }
}
