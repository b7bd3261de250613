package io.painchain.github.change.pull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.list.Read;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.api.graphql.GraphQlAnswer;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.graphql.PullRequestQuery;
import io.painchain.github.repository.RepositoryReader;

/** Reads many pull requests with few GraphQL queries; a partial answer is asked again in halves. */
final class BulkDetails {

    private final RepositoryReader reader;
    private final GraphQl graphQl;
    private final Map<Long, Read<PullRequestDetails>> details = new LinkedHashMap<>();

    BulkDetails(RepositoryReader reader, GraphQl graphQl) {
        this.reader = reader;
        this.graphQl = graphQl;
    }

    /** By number; leaves out what GraphQL could not answer. */
    Map<Long, Read<PullRequestDetails>> read(List<Long> numbers) {
        Optional<RepositoryName> name = RepositoryName.parse(reader.scope().project());
        for (int from = 0; name.isPresent() && from < numbers.size(); from += PullRequestQuery.MOST) {
            ask(name.get(), numbers.subList(from, Math.min(numbers.size(), from + PullRequestQuery.MOST)));
        }
        return details;
    }

    private void ask(RepositoryName name, List<Long> numbers) {
        reader.goOn();
        Optional<GraphQlAnswer> asked = graphQl.ask(PullRequestQuery.of(name, numbers));
        if (asked.isEmpty()) {
            return;
        }
        GraphQlAnswer answer = asked.get();
        Map<Long, PullRequestDetails> read = PullRequestQuery.read(answer, numbers);
        read.forEach((number, one) -> details.put(number, new Read<>(one, answer.answeredAt())));
        List<Long> cut = new ArrayList<>(numbers);
        cut.removeIf(number -> read.containsKey(number)
                || !answer.cutAt(1).contains(PullRequestQuery.alias(number)) && !answer.cutAnywhere(1));
        if (cut.isEmpty() || numbers.size() == 1) {
            return;
        }
        int half = (cut.size() + 1) / 2;
        ask(name, cut.subList(0, half));
        if (half < cut.size()) {
            ask(name, cut.subList(half, cut.size()));
        }
    }
}
