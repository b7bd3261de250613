/** The way out: requests with a deadline over the whole answer and a cap on its size. */
package io.painchain.connector.http;
