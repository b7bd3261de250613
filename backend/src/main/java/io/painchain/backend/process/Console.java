package io.painchain.backend.process;

public final class Console {

    private Console() {
    }

    public static void say(String sentence) {
        System.err.println("painchain: " + sentence);
    }
}
