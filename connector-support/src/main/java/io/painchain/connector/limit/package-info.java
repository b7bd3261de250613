/**
 * Keeps a token within its provider's limits: pace, spacing of writes, quotas, and waits that the provider asks for. How an
 * answer tells of them is the connector's {@code LimitRules}.
 */
package io.painchain.connector.limit;
