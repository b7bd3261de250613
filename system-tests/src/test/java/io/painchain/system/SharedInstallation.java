package io.painchain.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * One installation, with one connector, for all tests that break nothing in it: each works on repositories and integrations of
 * its own. Hands itself to constructors and test methods, and shows the processes' logs where a test fails.
 */
class SharedInstallation implements ParameterResolver, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedInstallation.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return installation(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new AssertionError("The processes said last:\n" + installation(context).logs()));
        throw failure;
    }

    private static Installation installation(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Installation.class, type -> start(), Installation.class);
    }

    private static Installation start() {
        var installation = new Installation();
        installation.github.api().pollInterval(1);
        installation.startBackend().startConnector();
        return installation;
    }
}
