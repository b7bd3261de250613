package io.painchain.connector.health;

import java.time.Instant;

/** The signs of life that a connector's polling gives; each connector has one bean of this type. */
public interface PollingSigns {

    /** When the backend last gave the integrations, {@code null}: never. */
    Instant lastContact();

    /** When the poller's time last went on, {@code null}: never. */
    Instant lastTick();
}
