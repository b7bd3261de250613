/**
 * What providers granted for integrations: stored encrypted, refreshed before it ends, revoked. Asks connectors by tasks and
 * knows no provider. Owns its table; may touch integrations and the task queue.
 */
package io.painchain.backend.connect.credential;
