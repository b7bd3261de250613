package io.painchain.backend.notify;

record Notification(String channel, String payload) {
}
