package io.painchain.backend.process;

/** What a command says to the person who runs it; the server logs instead. */
public final class Console {

    private Console() {
    }

    public static void say(String sentence) {
        System.err.println("painchain: " + sentence);
    }
}
