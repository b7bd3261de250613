package io.painchain.backend.apikey.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code PAINCHAIN_AUTH} says, for the dashboard.
 *
 * @param key by {@code POST /api/session}
 * @param provider by going to {@code /login}
 */
@Schema(name = "WaysToSignIn")
public record WaysToSignIn(boolean key, boolean provider) {
}
