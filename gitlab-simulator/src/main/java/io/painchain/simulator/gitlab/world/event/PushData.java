package io.painchain.simulator.gitlab.world.event;

/** What a push did; a bulk push only says to how many refs. */
public record PushData(String action, String refType, String ref, String from, String to, String title, int commits,
        Integer refs) {

    public static PushData bulk(String action, String refType, int refs) {
        return new PushData(action, refType, null, null, null, null, 0, refs);
    }

    String actionName() {
        return switch (action) {
            case "created" -> "pushed new";
            case "removed" -> "deleted";
            default -> "pushed to";
        };
    }
}
