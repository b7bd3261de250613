package io.painchain.connector.health;

import java.time.Instant;

/** Each connector has one bean of this type. */
public interface PollingSigns {

    /** When the integrations were last listed; {@code null}: never. */
    Instant lastContact();

    /** {@code null}: never. */
    Instant lastTick();
}
