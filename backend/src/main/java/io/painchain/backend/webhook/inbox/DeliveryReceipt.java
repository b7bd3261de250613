package io.painchain.backend.webhook.inbox;

/**
 * That a delivery is stored.
 *
 * @param status {@code accepted}, or {@code duplicate} where it was stored before
 * @param delivery its key, as its sender named it
 */
public record DeliveryReceipt(String status, String delivery) {
}
