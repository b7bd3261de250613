/**
 * Integrations made by agreeing at the provider: from the click to the integration or the refusal, step by step. What comes
 * back is checked here, what it means a connector knows. Owns the table of flows; may touch {@code credential}.
 */
package io.painchain.backend.connect;
