/**
 * A repository's events feed: what it tells, how late, and what it leaves out.
 */
package io.painchain.simulator.world.feed;
