/**
 * Pull requests, their reviews, and how they are merged.
 */
package io.painchain.simulator.world.pull;
