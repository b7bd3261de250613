package io.painchain.backend.subscription;

/** What is at the other end, by the words of the API. */
public enum Target {
    /** Takes signed CloudEvents. */
    webhook,
    /** A chat's incoming webhook: several events in one message, one message a second. */
    slack,
    /** Annotations on dashboards, kept current. */
    grafana;

    /** How many messages one round takes. */
    public int atOnce() {
        return this == slack ? 20 : 4;
    }
}
