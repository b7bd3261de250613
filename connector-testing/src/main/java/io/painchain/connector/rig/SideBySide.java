package io.painchain.connector.rig;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Works off what has nothing to do with each other by several threads; whoever asks waits for what it asks for. */
public final class SideBySide<T> implements AutoCloseable {

    private static final long HANGS_AFTER_MINUTES = 10;

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final ThreadFactory threads = this::thread;
    private final ExecutorService busy = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
    private final ExecutorService waiting = Executors.newCachedThreadPool(threads);
    private final Map<String, Future<T>> results = new HashMap<>();

    /** Quarkus finds its clients by the loader of the thread. */
    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "side by side");
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        return thread;
    }

    /** @param waits whether it hardly needs a processor */
    public void begin(String name, boolean waits, Supplier<T> work) {
        results.put(name, (waits ? waiting : busy).submit(work::get));
    }

    public T result(String name) {
        try {
            return results.get(name).get(HANGS_AFTER_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError(name + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(name + " hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        busy.shutdownNow();
        waiting.shutdownNow();
    }
}
