/** The cycles of an integration: what is read when, side by side, and who waits for it. */
package io.painchain.connector.cycle;
