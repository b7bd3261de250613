/** What happened in a world, as whoever watched it without a gap would tell it. */
package io.painchain.simulator.truth;
