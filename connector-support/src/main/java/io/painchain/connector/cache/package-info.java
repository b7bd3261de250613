/** Answers kept for a short while, in memory or in Redis. Knows nothing of what is in them. */
package io.painchain.connector.cache;
