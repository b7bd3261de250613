/**
 * What is asked and what is answered: a call, its filters and pages, an answer, an error, what kind of server it is. Knows
 * no route.
 */
package io.painchain.simulator.gitlab.api.call;
