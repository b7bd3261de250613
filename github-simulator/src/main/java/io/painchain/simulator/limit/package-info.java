/** GitHub's primary and secondary rate limits, per token, by the simulator's clock. */
package io.painchain.simulator.limit;
