package io.painchain.backend.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Command-line settings, which no configuration file overrides. */
final class ServerSettings {

    private ServerSettings() {
    }

    static String options(int port, Path logs) {
        Map<String, String> settings = new LinkedHashMap<>(Tuning.settings(Tuning.memoryOfMachine()));
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // One file per weekday, overwritten a week later: logs never fill the disk.
        settings.put("logging_collector", "on");
        settings.put("log_directory", logs.toString());
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        settings.put("log_checkpoints", "off");
        return settings.entrySet().stream()
                .map(setting -> "-c " + quoted(setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
