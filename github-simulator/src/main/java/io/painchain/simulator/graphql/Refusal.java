package io.painchain.simulator.graphql;

/** What cannot be answered, with the type that GitHub gives such an error. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    Refusal(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    static Refusal notFound(String message) {
        return new Refusal("NOT_FOUND", message);
    }

    static Refusal forbidden(Viewer viewer) {
        return new Refusal("FORBIDDEN", viewer.refusal());
    }

    String type() {
        return type;
    }
}
