package io.painchain.backend.security;

import io.vertx.ext.web.RoutingContext;

/** A browser asked to be signed out; every way of signing in ends what it keeps of that browser. */
public record SignedOut(RoutingContext context) {
}
