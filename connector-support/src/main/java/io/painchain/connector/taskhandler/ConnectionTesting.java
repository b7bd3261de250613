package io.painchain.connector.taskhandler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;

/** Tests a connection within the time that a user waits: the credentials, then each repository side by side. */
public final class ConnectionTesting {

    private static final int REPOSITORIES = 100;

    private final Words words;
    private final ExecutorService threads;
    private final Duration deadline;

    /** @param unit what the provider calls a repository; {@code form}: how its name is written */
    public record Words(String provider, String unit, String form) {
    }

    /**
     * @param credentials what they say of themselves, without repositories
     * @param repositories by name, what reads each
     * @param unsound configured names that are none
     */
    public record Opened(ConnectionTest credentials, Map<String, Callable<Repository>> repositories, List<String> unsound) {
    }

    /** The provider's part. */
    @FunctionalInterface
    public interface Opening {

        /** @throws IllegalArgumentException with a sentence for the user where the configuration is of no use */
        Opened open(Within end) throws TimeoutException;
    }

    /** Does something while there is time. */
    @FunctionalInterface
    public interface Within {

        <T> T within(Callable<T> work) throws TimeoutException;
    }

    public ConnectionTesting(Words words, ExecutorService threads, Duration deadline) {
        this.words = words;
        this.threads = threads;
        this.deadline = deadline;
    }

    public ConnectionTest test(Opening opening) {
        Deadlines end = new Deadlines(deadline);
        try {
            Opened opened = opening.open(new Timed(end));
            return opened.credentials().of(repositories(opened, end));
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage());
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            return failed(e.getMessage());
        } catch (TimeoutException e) {
            return failed("it did not answer within " + deadline.toSeconds() + " s; check the address, firewall and proxy");
        }
    }

    private final class Timed implements Within {

        private final Deadlines end;

        Timed(Deadlines end) {
            this.end = end;
        }

        @Override
        public <T> T within(Callable<T> work) throws TimeoutException {
            return end.within(threads.submit(work));
        }
    }

    private List<Repository> repositories(Opened opened, Deadlines end) {
        Map<String, Future<Repository>> asked = new LinkedHashMap<>();
        opened.repositories().entrySet().stream().limit(REPOSITORIES)
                .forEach(one -> asked.put(one.getKey(), threads.submit(one.getValue())));
        List<Repository> answers = new ArrayList<>();
        opened.unsound().forEach(
                name -> answers.add(unread(name, "Not a " + words.unit() + "'s name: write " + words.form())));
        asked.forEach((name, answer) -> answers.add(answered(name, answer, end)));
        opened.repositories().keySet().stream().skip(REPOSITORIES)
                .forEach(name -> answers.add(unread(name, "Not tested: a test reads " + REPOSITORIES + " at most")));
        return answers;
    }

    private Repository answered(String name, Future<Repository> answer, Deadlines end) {
        try {
            return end.within(answer);
        } catch (TimeoutException e) {
            return unread(name, "Not read within the time of the test");
        } catch (ProviderException e) {
            return unread(name, e.getMessage());
        }
    }

    private Repository unread(String name, String why) {
        return new Repository(name, List.of(new Source(words.unit(), false, null, why)));
    }

    private ConnectionTest failed(String why) {
        return ConnectionTest.failed("Failed to connect to " + words.provider() + ": " + why);
    }
}
