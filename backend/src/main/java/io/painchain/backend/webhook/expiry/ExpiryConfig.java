package io.painchain.backend.webhook.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of webhooks. */
@ConfigMapping(prefix = "painchain.webhooks.kept")
public interface ExpiryConfig {

    /** A delivery that comes again later than that is taken as new. */
    @WithDefault("30")
    int days();

    /** Bytes of bodies of one tenant, as they are stored; beyond it the oldest days go. */
    @WithDefault("5368709120")
    long bytesPerTenant();
}
