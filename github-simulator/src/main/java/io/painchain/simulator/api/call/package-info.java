/**
 * What is asked and what is answered: a request with its address, an answer, a page of a list, an error, an entity tag.
 * Knows no route and no token.
 */
package io.painchain.simulator.api.call;
