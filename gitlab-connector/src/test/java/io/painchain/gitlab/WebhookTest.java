package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.model.task.WebhookOutput.State;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** What webhooks announce is told at once, with the ids of polls, and a poll finds nothing to add. */
@QuarkusTest
class WebhookTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.synced(PATH);
    private int count;

    private Delivery hook(String kind, Map<String, Object> fields) {
        return hook(kind, fields, 1);
    }

    private Delivery hook(String kind, Map<String, Object> fields, int attempt) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("object_kind", kind);
        body.put("project", Map.of("id", web.id(), "path_with_namespace", PATH));
        return new Delivery("delivery-" + ++count, "A Hook", rig.clock.instant(), attempt, Map.of(), Encoding.text,
                JSON.valueToTree(body).toString());
    }

    private List<Outcome> digest(Delivery... deliveries) {
        return rig.poller().digest(Rig.INTEGRATION, List.of(deliveries)).orElseThrow().join();
    }

    private Outcome digested(String kind, Map<String, Object> fields) {
        return digest(hook(kind, fields)).get(0);
    }

    private Outcome step(String kind, int iid, String action) {
        return digested(kind, Map.of("object_attributes", Map.of("iid", iid, "action", action)));
    }

    private Outcome pipeline(Pipeline pipeline) {
        return digested("pipeline", Map.of("object_attributes", Map.of("id", pipeline.id(), "status", pipeline.status())));
    }

    private static void assertTold(Outcome outcome, String idPrefix) {
        assertThat(outcome.state()).as(String.valueOf(outcome)).isEqualTo(State.mapped);
        assertThat(outcome.events()).singleElement().asString().startsWith(idPrefix);
    }

    /** What the world holds is on the timeline, and a day of polls changes none of it. */
    private void assertPollsAgree() {
        Map<String, EventDraft> told = new HashMap<>();
        rig.ids().forEach(id -> told.put(id, rig.event(id)));
        List<String> happened = Truth.of(rig.gitLab.world(), Rig.START).stream().map(TrueEvent::externalId)
                .filter(id -> !id.startsWith("commit-")).toList();
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(happened);
        rig.cycles(7);
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(told.keySet());
        told.forEach((id, event) -> assertThat(rig.event(id)).isEqualTo(event));
    }

    @Test
    void tellsTheStepsOfAMergeRequest() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));

        // When
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        Outcome opened = step("merge_request", 1, "open");
        rig.clock.tick(Duration.ofSeconds(5));
        web.mergeRequests().approve(1, By.user("bob"));
        Outcome approved = step("merge_request", 1, "approved");
        rig.clock.tick(Duration.ofSeconds(5));
        web.mergeRequests().close(1, ALICE);
        Outcome closed = step("merge_request", 1, "close");

        // Then
        assertTold(opened, "mr-acme/shop/web-1#opened");
        assertTold(approved, "mr-acme/shop/web-1#approval-");
        assertTold(closed, "mr-acme/shop/web-1#closed-");
    }

    @Test
    void tellsAPipelineTwiceAndOutOfOrderAsOneEvent() {
        // Given
        Pipeline created = web.pipelines().create(NewPipeline.of("main"), ALICE);
        String id = "pipeline-acme/shop/web-" + created.id();
        rig.clock.tick(Duration.ofSeconds(5));
        Delivery began = hook("pipeline", Map.of("object_attributes", Map.of("id", created.id(), "status", "running")));
        web.pipelines().start(created.id(), ALICE);
        Pipeline ended = web.pipelines().finish(created.id(), "success", ALICE);

        // When the end comes before the beginning, and twice
        Outcome end = pipeline(ended);
        Outcome again = pipeline(ended);
        Outcome beginning = digest(began).get(0);

        // Then
        List.of(end, again, beginning).forEach(outcome -> assertTold(outcome, id));
        assertThat(rig.event(id).status()).isEqualTo("success");
        assertPollsAgree();
    }

    @Test
    void tellsDeploymentsReleasesAndIssues() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        Deployment deployment = web.deployments().create(NewDeployment.of("main", "production"), "success", ALICE);
        int issue = web.issues().open("It breaks", "issue", ALICE).iid();
        web.releases().create("v1", "main", "One", rig.clock.instant(), ALICE);

        // When
        Outcome deployed = digested("deployment", Map.of("deployment_id", deployment.id(), "status", "success"));
        Outcome opened = step("issue", issue, "open");
        Outcome released = digested("release", Map.of("action", "create", "tag", "v1"));

        // Then
        assertTold(deployed, "deployment-acme/shop/web-" + deployment.id() + "#success");
        assertTold(opened, "issue-acme/shop/web-" + issue + "#opened");
        assertTold(released, "release-acme/shop/web-v1");
    }

    @Test
    void triesAgainWhatTheListsDoNotShowYetAndLeavesItToThePoll() {
        // When
        Outcome first = step("merge_request", 7, "open");
        Outcome last = digest(hook("merge_request", Map.of("object_attributes", Map.of("iid", 7, "action", "open")), 4)).get(0);

        // Then
        assertThat(first.state()).isEqualTo(State.deferred);
        assertThat(first.notBefore()).isEqualTo(rig.clock.instant().plusSeconds(1));
        assertThat(last.state()).isEqualTo(State.deferred);
        assertThat(last.notBefore()).isNull();
        assertThat(last.reason()).isEqualTo("The merge request's steps do not show it yet");
    }

    @Test
    void ignoresWhatItDoesNotWatchAndWhatItCannotRead() {
        // Given
        Delivery broken = new Delivery("broken", null, rig.clock.instant(), 1, Map.of(), Encoding.text, "{\"object_kind\"");
        Delivery elsewhere = new Delivery("elsewhere", null, rig.clock.instant(), 1, Map.of(), Encoding.text,
                "{\"object_kind\":\"push\",\"project\":{\"id\":99,\"path_with_namespace\":\"other/one\"}}");

        // When
        List<Outcome> outcomes = digest(broken, elsewhere, hook("push", Map.of("ref", "refs/heads/main")));

        // Then
        assertThat(outcomes).allMatch(outcome -> outcome.state() == State.ignored)
                .extracting(Outcome::reason).anyMatch(reason -> reason.startsWith("Its payload cannot be read"))
                .anyMatch(reason -> reason.contains("other/one is not among the repositories"))
                .anyMatch(reason -> reason.contains("before: is missing"));
    }
}
