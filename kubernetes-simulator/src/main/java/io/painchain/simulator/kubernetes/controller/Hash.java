package io.painchain.simulator.kubernetes.controller;

import com.fasterxml.jackson.databind.JsonNode;

/** Short names from content, with the letters that Kubernetes uses. */
final class Hash {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Hash() {
    }

    static String of(JsonNode content) {
        return text(Integer.toUnsignedLong(content.toString().hashCode()) + 4_294_967_296L);
    }

    static String text(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; rest > 0; rest /= LETTERS.length()) {
            text.append(LETTERS.charAt((int) (rest % LETTERS.length())));
        }
        return text.toString();
    }
}
