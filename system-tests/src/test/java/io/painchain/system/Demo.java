package io.painchain.system;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

import io.painchain.simulator.demo.DemoWorld;

/**
 * The packaged processes over the demo's world, an incident in acme/payments that has just ended, and a browser. One for all
 * tests of the dashboard; without Chromium these are left out, and say so.
 */
final class Demo implements AutoCloseable {

    static final String INTEGRATION = "Acme";
    static final String CULPRIT = "[PR] Retry card authorisations through the new gateway client";

    /** Keeps events as long as one does that nobody has set up. */
    final Installation installation = new Installation().with(Map.of("PAINCHAIN_RETENTION_MONTHS", "18"));
    private final Chromium chromium;

    private Demo() {
        installation.github.api().pollInterval(1);
        DemoWorld.in(installation.github.world(), 1);
        installation.startBackend().startConnector();
        installation.integrate(installation.api(), INTEGRATION);
        await("the incident").atMost(Patience.PROCESS)
                .until(() -> installation.timeline().total("project=acme/payments&q=gateway+client") > 1);
        chromium = Chromium.start();
    }

    Tab open(String address) {
        return Tab.open(chromium.browser(), installation.uri()).go(address);
    }

    /** An event as a script would send it. */
    void send(String title, Map<String, ?> more) {
        var event = new HashMap<String, Object>(Map.of("title", title, "connector", "deploy-script", "project",
                "acme/payments", "timestamp", Instant.now().toString()));
        event.putAll(more);
        installation.api().body(event).post("/api/events").then().statusCode(201);
    }

    @Override
    public void close() {
        chromium.close();
        installation.close();
    }

    /** Hands the demo to constructors and test methods. */
    static final class Shared implements ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Demo.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.find().isPresent() ? ConditionEvaluationResult.enabled("Chromium is here")
                    : ConditionEvaluationResult.disabled("No Chromium: install it, or name it in CHROMIUM");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Demo resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return demo(context);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            failure.addSuppressed(new AssertionError("The processes said last:\n" + demo(context).installation.logs()));
            throw failure;
        }

        private static Demo demo(ExtensionContext context) {
            return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Demo.class, type -> new Demo(), Demo.class);
        }
    }
}
