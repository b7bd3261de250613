/** What all of webhooks share: payloads, and how bodies are stored. Knows no provider and no other feature. */
package io.painchain.backend.webhook;
