/**
 * The payload of a webhook's delivery, and events of which no kind of change has anything to say. What an event means is
 * told by its kind.
 */
package io.painchain.github.webhook;
