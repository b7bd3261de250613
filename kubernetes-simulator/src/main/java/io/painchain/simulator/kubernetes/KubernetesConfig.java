package io.painchain.simulator.kubernetes;

import java.time.Clock;

/** How to start a simulator. It knows no time but this clock's. */
public record KubernetesConfig(Clock clock, String host, int port, long seed, String token, boolean tls) {

    /** A token that reads everything; there from the start. */
    public static final String TOKEN = "simulator-service-account-token";

    /** An empty cluster on a free loopback port. */
    public static KubernetesConfig of(Clock clock) {
        return new KubernetesConfig(clock, "127.0.0.1", 0, 1, TOKEN, false);
    }

    public KubernetesConfig at(String name, int number) {
        return new KubernetesConfig(clock, name, number, seed, token, tls);
    }

    public KubernetesConfig seed(long number) {
        return new KubernetesConfig(clock, host, port, number, token, tls);
    }

    public KubernetesConfig token(String text) {
        return new KubernetesConfig(clock, host, port, seed, text, tls);
    }

    /** With a certificate of its own authority, {@link Certificate#authority()}. */
    public KubernetesConfig withTls() {
        return new KubernetesConfig(clock, host, port, seed, token, true);
    }
}
