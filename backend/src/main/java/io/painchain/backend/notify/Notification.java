package io.painchain.backend.notify;

/** Something to tell. */
record Notification(String channel, String payload) {
}
