package io.painchain.simulator.graphql.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.cost.Spent;
import io.painchain.simulator.graphql.session.Area;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.graphql.session.Errors;
import io.painchain.simulator.graphql.session.Refusal;
import io.painchain.simulator.graphql.session.Session;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.NodeIds.NodeId;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** Where queries begin. */
public final class QueryFields {

    private QueryFields() {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        return Stream.of(Fields.of("Query").asked("repository", (root, asked) -> repository(asked))
                .asked("node", (root, asked) -> node(asked.session(), asked.argument("id")))
                .asked("nodes", (root, asked) -> nodes(asked))
                .asked("rateLimit", (root, asked) -> asked.environment().getGraphQlContext().get(Spent.class))
                .asked("viewer", (root, asked) -> asked.session().world().account(asked.session().viewer().login()))
                .wiring(), rateLimit());
    }

    private static TypeRuntimeWiring.Builder rateLimit() {
        return Fields.<Spent> of("RateLimit").field("cost", Spent::cost).field("nodeCount", Spent::nodeCount)
                .field("limit", spent -> spent.quota().limit()).field("used", spent -> spent.quota().used())
                .field("remaining", spent -> spent.quota().remaining())
                .field("resetAt", spent -> spent.quota().resetAt()).wiring();
    }

    private static Repository repository(Asked asked) {
        Session session = asked.session();
        String name = asked.argument("owner") + "/" + asked.argument("name");
        Optional<Repository> found = session.world().find(name);
        if (found.isEmpty() && Boolean.TRUE.equals(asked.<Boolean> argument("followRenames"))) {
            found = session.world().moved(name);
        }
        return found.filter(session.viewer()::sees).orElseThrow(
                () -> Refusal.notFound("Could not resolve to a Repository with the name '" + name + "'."));
    }

    private static Object nodes(Asked asked) {
        List<String> ids = asked.argument("ids");
        List<Object> found = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            try {
                found.add(node(asked.session(), ids.get(i)));
            } catch (Refusal refusal) {
                found.add(null);
                errors.add(Errors.of(refusal, asked.environment().getExecutionStepInfo().getPath().segment(i),
                        asked.environment().getField().getSourceLocation()));
            }
        }
        return DataFetcherResult.<List<Object>> newResult().data(found).errors(errors).build();
    }

    private static Object node(Session session, String id) {
        Refusal missing = Refusal.notFound("Could not resolve to a node with the global id of '" + id + "'");
        NodeId node = NodeIds.parse(id).orElseThrow(() -> missing);
        Repository repository = session.world().find(node.repository()).filter(session.viewer()::sees)
                .orElseThrow(() -> missing);
        Area area = Map.of("PR", Area.PULL_REQUESTS, "I", Area.ISSUES, "RE", Area.CONTENTS, "DE", Area.DEPLOYMENTS)
                .get(node.prefix());
        if (area != null && !session.viewer().mayRead(repository, area)) {
            throw Refusal.forbidden(session.viewer());
        }
        return repository.read(() -> find(repository, node)).orElseThrow(() -> missing);
    }

    private static Optional<?> find(Repository repository, NodeId node) {
        return switch (node.prefix()) {
            case "R" -> Optional.of(repository);
            case "PR" -> repository.pulls().all().stream().filter(pull -> pull.id() == node.id()).findFirst()
                    .map(PullRequest::snapshot);
            case "I" -> repository.issues().all().stream().filter(issue -> issue.id() == node.id()).findFirst()
                    .map(issue -> new In<>(repository, issue.snapshot()));
            case "RE" -> repository.releases().find(node.id()).map(release -> new In<>(repository, release));
            case "DE" -> repository.deployments().find(node.id())
                    .map(deployment -> new In<>(repository, deployment));
            default -> Optional.empty();
        };
    }
}
