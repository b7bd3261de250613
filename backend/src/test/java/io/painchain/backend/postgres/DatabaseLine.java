package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between the backend and its database, so that a test can take the database away and bring it back. */
final class DatabaseLine implements AutoCloseable {

    private static final String SWITCH = DatabaseLine.class.getName();

    /** Whether the line is whole, ends each connection, or lets connections stand and nothing through. */
    enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final ServerSocket server;
    private final ServerSocket control;
    private final int databasePort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    private DatabaseLine(int databasePort) throws IOException {
        this.databasePort = databasePort;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.control = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    static DatabaseLine to(int databasePort) {
        try {
            var line = new DatabaseLine(databasePort);
            start(line::accept);
            start(line::obey);
            // Test classes and test resources have class loaders of their own, and so no objects in common.
            System.setProperty(SWITCH, Integer.toString(line.control.getLocalPort()));
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void set(State state) {
        try (var control = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(SWITCH))) {
            control.setSoTimeout(10_000);
            control.getOutputStream().write(state.ordinal());
            if (control.getInputStream().read() < 0) {
                throw new IOException("The line did not turn " + state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            control.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(DatabaseLine::close);
    }

    private synchronized void turn(State next) {
        state = next;
        if (next != State.SILENT) {
            sockets.forEach(DatabaseLine::close); // what went unsaid meanwhile stays unsaid
            sockets.clear();
        }
        notifyAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // the database refuses for a moment, or the tests are over
            }
        }
    }

    /** Whole or not at all: no connection that is being made while the line is cut outlives the cut. */
    private synchronized void connect(Socket client) throws IOException {
        if (state == State.CUT) {
            close(client);
            return;
        }
        sockets.add(client);
        try {
            var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
            sockets.add(database);
            start(() -> pump(client, database));
            start(() -> pump(database, client));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void obey() {
        while (!control.isClosed()) {
            try (var order = control.accept()) {
                turn(State.values()[order.getInputStream().read()]);
                order.getOutputStream().write(0);
            } catch (IOException e) {
                // whoever ordered is gone, or the tests are over
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from; to) {
            from.setTcpNoDelay(true);
            var buffer = new byte[64 * 1024];
            for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                waitWhileSilent();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // either end went away, and with it the other
        }
    }

    private synchronized void waitWhileSilent() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "database-line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the other end was faster
        }
    }
}
