package io.painchain.simulator.graphql.session;

/** What cannot be answered, with the type that GitHub gives such an error. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    public Refusal(String type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public static Refusal notFound(String message) {
        return new Refusal("NOT_FOUND", message);
    }

    public static Refusal tooMuch() {
        return new Refusal("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
    }

    public static Refusal forbidden(Viewer viewer) {
        return new Refusal("FORBIDDEN", viewer.refusal());
    }

    String type() {
        return type;
    }
}
