package io.painchain.simulator.graphql.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.connection.Order;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.delivery.DeploymentJson;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.DeploymentStatus;
import io.painchain.simulator.world.issue.Comment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.Label;
import io.painchain.simulator.world.release.Release;

/** Issues, labels, comments, releases and deployments. */
public final class ThingFields {

    private static final Map<String, String> DEPLOYMENT_STATES = Map.of("success", "ACTIVE");

    private ThingFields() {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        return Stream.of(issue(), label(), comment(), release(), deployment(), deploymentStatus());
    }

    private static TypeRuntimeWiring.Builder issue() {
        return Fields.<In<Issue>> of("Issue")
                .field("id", in -> NodeIds.of("I", in.repository().id(), in.thing().id()))
                .field("databaseId", in -> Fields.asInt(in.thing().id())).field("fullDatabaseId", in -> in.thing().id())
                .field("number", in -> in.thing().number()).field("title", in -> in.thing().title())
                .field("body", in -> in.thing().body() == null ? "" : in.thing().body())
                .field("state", in -> in.thing().open() ? "OPEN" : "CLOSED")
                .field("stateReason", in -> upper(in.thing().stateReason()))
                .asked("url",
                        (in, asked) -> asked.links().html(in.repository()) + "/issues/" + in.thing().number())
                .field("author", in -> in.thing().author()).field("closed", in -> !in.thing().open())
                .field("closedAt", in -> in.thing().closedAt()).field("createdAt", in -> in.thing().createdAt())
                .field("updatedAt", in -> in.thing().updatedAt()).field("repository", In::repository)
                .asked("assignees",
                        (in, asked) -> Connection.of(Order.asIs(in.thing().assignees()), asked, account -> account))
                .asked("comments",
                        (in, asked) -> Connection.of(Order.asIs(in.thing().commentList()), asked, comment -> comment))
                .asked("labels", (in, asked) -> Connection.of(Order.asIs(in.thing().labels()), asked, label -> label))
                .wiring();
    }

    private static TypeRuntimeWiring.Builder label() {
        return Fields.<Label> of("Label").field("color", Label::color).field("description", Label::description)
                .field("isDefault", Label::isDefault).field("name", Label::name).wiring();
    }

    private static TypeRuntimeWiring.Builder comment() {
        return Fields.<Comment> of("IssueComment").field("author", Comment::author).field("body", Comment::body)
                .field("createdAt", Comment::createdAt).field("fullDatabaseId", Comment::id).wiring();
    }

    private static TypeRuntimeWiring.Builder release() {
        return Fields.<In<Release>> of("Release")
                .field("id", in -> NodeIds.of("RE", in.repository().id(), in.thing().id()))
                .field("databaseId", in -> Fields.asInt(in.thing().id())).field("name", in -> in.thing().name())
                .field("tagName", in -> in.thing().tag()).field("tagCommit", ThingFields::tagCommit)
                .field("description", in -> in.thing().body()).field("author", in -> in.thing().author())
                .field("isDraft", in -> in.thing().draft()).field("isPrerelease", in -> in.thing().prerelease())
                .asked("releaseAssets", (in, asked) -> Connection.of(Order.asIs(in.thing().assets()), asked,
                        asset -> Map.of("name", asset.name(), "size", asset.size(), "contentType",
                                asset.contentType(), "downloadCount", 0, "createdAt", asset.createdAt())))
                .field("createdAt", in -> in.thing().createdAt()).field("publishedAt", in -> in.thing().publishedAt())
                .field("updatedAt", in -> in.thing().updatedAt())
                .asked("url",
                        (in, asked) -> asked.links().html(in.repository()) + "/releases/tag/" + in.thing().tag())
                .wiring();
    }

    private static TypeRuntimeWiring.Builder deployment() {
        return Fields.<In<Deployment>> of("Deployment")
                .field("id", in -> NodeIds.of("DE", in.repository().id(), in.thing().id()))
                .field("databaseId", in -> Fields.asInt(in.thing().id()))
                .field("commit", in -> RefFields.commit(in.repository(), in.thing().sha()))
                .field("commitOid", in -> in.thing().sha()).field("createdAt", in -> in.thing().createdAt())
                .asked("creator", (in, asked) -> Accounts.orGhost(asked, in.thing().creator()))
                .field("description", in -> in.thing().description())
                .field("environment", in -> in.thing().environment())
                .field("originalEnvironment", in -> in.thing().environment())
                .field("latestStatus", ThingFields::latestStatus).field("state", ThingFields::state)
                .field("ref", in -> RefFields.ref(in.repository(), "refs/heads/" + in.thing().ref()))
                .asked("statuses", (in, asked) -> Connection.of(
                        Order.by(statuses(in), DeploymentStatus::id, DeploymentStatus::id, true), asked,
                        status -> new In<>(in.repository(), status)))
                .field("task", in -> "deploy").field("updatedAt", in -> in.thing().updatedAt()).wiring();
    }

    private static TypeRuntimeWiring.Builder deploymentStatus() {
        return Fields.<In<DeploymentStatus>> of("DeploymentStatus")
                .field("id", in -> NodeIds.of("DES", in.repository().id(), in.thing().id()))
                .field("createdAt", in -> in.thing().createdAt()).field("updatedAt", in -> in.thing().createdAt())
                .asked("creator", (in, asked) -> Accounts.orGhost(asked, in.thing().creator()))
                .field("description", in -> in.thing().description()).field("environmentUrl", in -> null)
                .asked("logUrl", (in, asked) -> in.thing().run() == 0 ? null
                        : DeploymentJson.log(asked.links(), in.repository(), in.thing()))
                .field("state", in -> upper(in.thing().state())).wiring();
    }

    private static Object tagCommit(In<Release> in) {
        String sha = in.repository().read(() -> in.repository().git().tags().get(in.thing().tag()));
        return RefFields.commit(in.repository(), sha);
    }

    private static List<DeploymentStatus> statuses(In<Deployment> in) {
        return in.repository().read(() -> List.copyOf(in.thing().statuses()));
    }

    private static Object latestStatus(In<Deployment> in) {
        List<DeploymentStatus> statuses = statuses(in);
        return statuses.isEmpty() ? null : new In<>(in.repository(), statuses.get(statuses.size() - 1));
    }

    /** A deployment that succeeded is active; without any status it is pending. */
    private static String state(In<Deployment> in) {
        List<DeploymentStatus> statuses = statuses(in);
        String state = statuses.isEmpty() ? "pending" : statuses.get(statuses.size() - 1).state();
        return DEPLOYMENT_STATES.getOrDefault(state, upper(state));
    }

    private static String upper(String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }
}
