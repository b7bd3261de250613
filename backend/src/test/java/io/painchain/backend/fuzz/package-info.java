/**
 * Odd requests made from the API's own document, sent through bare sockets: whatever comes, a refusal is a problem and nothing
 * breaks. Touches only the HTTP port, the log and the document.
 */
package io.painchain.backend.fuzz;
