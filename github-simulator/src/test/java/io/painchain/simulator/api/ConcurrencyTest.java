package io.painchain.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;

class ConcurrencyTest {

    private static final int CHANGES = 150;
    private static final List<String> PATHS = List.of("", "/pulls?state=all&sort=updated&direction=desc",
            "/issues?state=all", "/issues/events", "/events", "/actions/runs", "/activity", "/commits");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.limits(config.limits().countedOnly())
                    .token(TokenGrant.classic(SimulatorConfig.TOKEN, "alice").hourlyLimit(1_000_000)
                            .graphQlHourlyLimit(1_000_000)));

    /** What a polling client knows of one address. */
    private record Known(String etag, String body, boolean failed) {
    }

    @Test
    void keepsConditionalClientsRightWhileThingsHappen() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2 + PATHS.size());
        List<Future<Known>> clients = new ArrayList<>();
        for (String path : PATHS) {
            clients.add(threads.submit(poller(path, over)));
        }
        Future<?> changes = threads.submit(() -> change("a"));
        Future<?> moreChanges = threads.submit(() -> change("b"));
        changes.get();
        moreChanges.get();
        over.set(true);

        for (int i = 0; i < PATHS.size(); i++) {
            Known known = clients.get(i).get();
            String truth = simulator.get("/repos/acme/api" + PATHS.get(i)).body();
            assertThat(known.failed()).as(PATHS.get(i)).isFalse();
            assertThat(known.body()).as(PATHS.get(i)).isEqualTo(truth);
        }
        threads.shutdown();
        assertThat(simulator.repository().pulls().all()).hasSize(2 * CHANGES);
    }

    @Test
    void answersQueriesWhileThingsHappen() throws Exception {
        String query = """
                {"query": "{ repository(owner: \\"acme\\", name: \\"api\\") { pullRequests(first: 100, orderBy: \
                {field: UPDATED_AT, direction: DESC}) { nodes { title merged mergedAt labels(first: 5) { nodes { name } } \
                reviews(first: 5) { nodes { state } } files(first: 5) { nodes { path } } } } } }"}""";
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<String> reader = threads.submit(() -> {
            String answer;
            do {
                answer = simulator.client().post("/graphql", query).body();
            } while (!over.get() && !answer.contains("errors"));
            return answer;
        });
        Future<?> changes = threads.submit(() -> change("a"));
        changes.get();
        over.set(true);

        assertThat(reader.get()).contains("\"nodes\"").doesNotContain("errors");
        threads.shutdown();
    }

    /** Polls with the ETag it has, once more after everything has happened. */
    private Callable<Known> poller(String path, AtomicBoolean over) {
        return () -> {
            Known known = new Known("\"none\"", "", false);
            boolean last = false;
            while (!last) {
                last = over.get();
                Reply reply = simulator.get("/repos/acme/api" + path, "If-None-Match", known.etag());
                boolean failed = known.failed() || reply.status() != 200 && reply.status() != 304;
                known = reply.status() == 200 ? new Known(reply.header("ETag"), reply.body(), failed)
                        : new Known(known.etag(), known.body(), failed);
            }
            return known;
        };
    }

    private void change(String name) {
        Repository repository = simulator.repository();
        By by = By.user(name);
        for (int i = 0; i < CHANGES; i++) {
            PullRequest pull = repository.pulls().open(new NewPull("Change " + i, name + i), by);
            repository.runs().start(NewRun.forPull("CI", pull), by);
            repository.pulls().review(pull.number(), Review.APPROVED, "", by);
            if (i % 2 == 0) {
                repository.pulls().merge(pull.number(), MergeMethod.SQUASH, by);
            }
        }
    }
}
