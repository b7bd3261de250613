/** What a request to the API asks for, and the forms of its answers and refusals. Knows types, not the objects. */
package io.painchain.simulator.kubernetes.api.call;
