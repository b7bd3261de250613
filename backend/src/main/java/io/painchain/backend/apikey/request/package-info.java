/**
 * Keys as requests bring them: in a header, or in the cookie of a browser that signed in. Touches {@code apikey} and
 * nothing that a caller may do.
 */
package io.painchain.backend.apikey.request;
