package io.painchain.backend.postgres;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

/** What of the server depends on the machine. Durability is no part of it. */
final class Tuning {

    private static final long MIB = 1024 * 1024;
    private static final long SMALLEST_BUFFERS = 128;
    private static final long LARGEST_BUFFERS = 2_048;

    private Tuning() {
    }

    /** In a container, what that may use. */
    static long memoryOfMachine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    static Map<String, String> settings(long memory) {
        long buffers = Math.max(SMALLEST_BUFFERS, Math.min(LARGEST_BUFFERS, memory / 4 / MIB));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shared_buffers", buffers + "MB");
        // Checkpoints write each page whole into the log once more: seldom ones, and those pages compressed.
        settings.put("max_wal_size", Math.max(1_024, buffers) + "MB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_compression", "pglz");
        return settings;
    }
}
