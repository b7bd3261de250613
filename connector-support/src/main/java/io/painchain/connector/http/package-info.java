/**
 * The way out to a provider: requests with a deadline over the whole answer and a cap on its size, which a declarative client
 * does not have. The backend is asked by declarative clients instead.
 */
package io.painchain.connector.http;
