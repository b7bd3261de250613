/** Webhooks of a repository, and what they delivered. */
package io.painchain.simulator.world.hook;
