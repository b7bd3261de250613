package io.painchain.backend.backup;

import java.util.List;

/** The last entry of a backup: a file without it was cut short. */
record Manifest(int format, String schemaVersion, List<Table> tables, List<Sequence> sequences, List<Key> keys) {

    static final String ENTRY = "manifest.json";
    static final int FORMAT = 1;

    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    record Sequence(String name, long lastValue) {
    }

    record Key(String name, String sha256) {

        String entry() {
            return "keys/" + name;
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
