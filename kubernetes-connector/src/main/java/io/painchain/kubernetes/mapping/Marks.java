package io.painchain.kubernetes.mapping;

/** One character a status, so that titles can be scanned. */
final class Marks {

    private Marks() {
    }

    static String of(String status) {
        return switch (status) {
            case "success", "resolved" -> "✓";
            case "failure", "failed" -> "✗";
            case "aborted" -> "⊗";
            case "superseded" -> "⊘";
            case "paused" -> "‖";
            default -> "●";
        };
    }
}
