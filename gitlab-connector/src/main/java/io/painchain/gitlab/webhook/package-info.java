/**
 * The payload of a webhook's delivery, and events of which no kind of change has anything to say. A payload only says which
 * list to read: it lacks the numbers and times that the list has.
 */
package io.painchain.gitlab.webhook;
