package io.painchain.connector.taskhandler;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.painchain.connector.task.TaskAbandonedException;

/** The end of a task's time, for parts that run side by side; begins when made. */
public final class Deadlines {

    private final long end;

    public Deadlines(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** @throws TimeoutException after the end; the part is called off then */
    public <T> T within(Future<T> answer) throws TimeoutException {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (InterruptedException | CancellationException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TaskAbandonedException("the connector is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
