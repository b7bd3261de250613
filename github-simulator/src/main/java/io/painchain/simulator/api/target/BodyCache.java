package io.painchain.simulator.api.target;

import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies asked for last, up to a total size. */
final class BodyCache {

    /** An eighth of the memory, so that a small heap stays sufficient. */
    private static final long MOST_BYTES = Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private final LinkedHashMap<String, byte[]> bodies = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized byte[] get(String key) {
        return bodies.get(key);
    }

    synchronized void put(String key, byte[] body) {
        byte[] old = bodies.put(key, body);
        bytes += body.length - (old == null ? 0 : old.length);
        var eldest = bodies.entrySet().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            Map.Entry<String, byte[]> entry = eldest.next();
            bytes -= entry.getValue().length;
            eldest.remove();
        }
    }
}
