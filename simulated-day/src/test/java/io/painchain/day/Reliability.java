package io.painchain.day;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;

/** How often the only integration was looked at, and how often something of it was not read then. */
final class Reliability {

    private final Backend backend;
    private int looks;
    private int troubled;

    Reliability(Backend backend) {
        this.backend = backend;
    }

    /** As <em>System</em> shows it. */
    void look() throws IOException, InterruptedException {
        JsonNode status = backend.get("/sync").path(0);
        looks++;
        if (status.path("status").asText("error").equals("error")) {
            troubled++;
        }
    }

    double share() {
        return looks == 0 ? 0 : 1 - (double) troubled / looks;
    }

    @Override
    public String toString() {
        return "all was read at %d of %d looks (%.2f %%)".formatted(looks - troubled, looks, 100 * share());
    }
}
