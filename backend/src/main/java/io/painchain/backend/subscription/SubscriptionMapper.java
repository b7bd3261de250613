package io.painchain.backend.subscription;

import java.net.URI;

import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.backend.integration.secret.SecretMask;
import io.painchain.backend.tenant.CurrentTenant;

final class SubscriptionMapper {

    static final String ACTIVE = "active";
    static final String PAUSED = "paused";

    private SubscriptionMapper() {
    }

    static SubscriptionView toView(Subscription stored, String secret) {
        return new SubscriptionView(stored.id.toString(), CurrentTenant.onTheWire(stored.tenantId), stored.name,
                Target.valueOf(stored.target), stored.url, stored.filter, secret, ACTIVE.equals(stored.state), stored.state,
                stored.reason, stored.fails, stored.failingSince, stored.notBefore, stored.succeededAt, stored.version,
                stored.createdAt, stored.updatedAt);
    }

    /** With masks for what is not shown, which a patch may send back. */
    static SubscriptionRequest toRequest(Subscription stored) {
        return new SubscriptionRequest(stored.name, Target.valueOf(stored.target), stored.url, stored.filter,
                stored.secretMask, ACTIVE.equals(stored.state));
    }

    /** A chat's path is its credential. */
    static String shown(Target target, String url) {
        var address = URI.create(url);
        return target == Target.slack ? address.getScheme() + "://" + address.getRawAuthority() + "/…" : url;
    }

    static String mask(String secret) {
        return secret == null ? null : SecretMask.of(TextNode.valueOf(secret));
    }
}
