/** Tells on the timeline what happened to a subscription, since it cannot be told where it was to be sent. */
package io.painchain.backend.subscription.notice;
