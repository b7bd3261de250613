/**
 * Removes deliveries: after their time, beyond what a tenant may keep, and with their integration. May touch the inbox's
 * tables.
 */
package io.painchain.backend.webhook.expiry;
