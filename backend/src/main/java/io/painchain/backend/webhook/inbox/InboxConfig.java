package io.painchain.backend.webhook.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much comes in; what is beyond is refused and comes again, or is found by polling. */
@ConfigMapping(prefix = "painchain.webhooks")
public interface InboxConfig {

    /** Deliveries of one tenant in a minute. */
    @WithDefault("20000")
    int perMinute();

    /** Bytes of one tenant in a day. */
    @WithDefault("10737418240")
    long bytesPerDay();

    /** Bytes of all requests that are being read or stored. */
    @WithDefault("134217728")
    long bytesInFlight();
}
